export { memoise } from '../domain/memo';
