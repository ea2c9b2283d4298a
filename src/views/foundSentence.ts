/** 说明 of a finding in the language of the interface. Exports keep the Chinese one. */
import { englishSentence, type ToldFinding } from '@/rules/findings/sentences';

export const foundSentence = (finding: ToldFinding & { readonly sentence: string | null }, locale: string): string =>
  (locale === 'en' ? englishSentence(finding) : null) ?? finding.sentence ?? '';
