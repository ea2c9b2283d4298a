import { startEngineEarly } from './database/engineWorker';
import './styles/index.css';

// Everything that counts comes from the engine, and it takes longest: it begins before the program itself is there.
startEngineEarly();
void import('./app');
