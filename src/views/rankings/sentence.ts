/** The sentence that opens the rankings: who stands first, how far the last is behind, who moved most. */
import { figureText } from '@/components/figure';
import { accent, clause, plain, strong, type Clause } from '@/views/clause';
import { figure } from './ends';
import { spanOf } from './measures';
import { movers, type Ranking } from './ranking';

/** `tied`: how several units with the same figure are named. */
export function rankingsSentence(ranking: Ranking, tied: (unit: string, count: number) => string): Clause[] {
  const { placed, ranked, year } = ranking;
  const head = { year: plain(String(year)) };
  const first = placed[0];
  const last = placed[placed.length - 1];
  if (!first || !last) return [clause('none', `rankings.sentence.none.${ranked}`, head)];
  const leaders = placed.filter((each) => each.place === 1).length;
  const name = first.row.unit_name ?? first.row.unit_code;
  const unit = strong(leaders > 1 ? tied(name, leaders) : name);
  const value = accent(figure(first.value));
  if (placed.length === 1) return [clause('none', `rankings.sentence.only.${ranked}`, { ...head, unit, value })];
  const clauses = [clause('none', `rankings.sentence.first.${ranked}`, { ...head, unit, value })];
  if (leaders < placed.length) {
    const kind = ranked === 'recomputed' || ranked === 'reported' || ranked === 'gap' ? 'points' : 'percent';
    clauses.push(clause('comma', `rankings.sentence.span.${kind}`, { span: plain(figure(spanOf(placed))) }));
  }
  const { up, down } = movers(ranking);
  const named = (mover: typeof up): string => mover?.placed.row.unit_name ?? mover?.placed.row.unit_code ?? '';
  if (up)
    clauses.push(
      clause('semicolon', 'rankings.sentence.up', { unit: strong(named(up)), by: plain(figureText(up.by)) }),
    );
  if (down) {
    clauses.push(
      clause(up ? 'comma' : 'semicolon', 'rankings.sentence.down', {
        unit: strong(named(down)),
        by: plain(figureText(-down.by)),
      }),
    );
  }
  return clauses;
}
