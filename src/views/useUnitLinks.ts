/** Where a unit's name leads: its own page, with the filters that are shared by all views. */
import { useRouter } from 'vue-router';
import { useFilters } from '@/stores/filters';

export function useUnitLinks() {
  const router = useRouter();
  const filters = useFilters();
  const target = (code: string) => ({ name: 'unit', params: { code }, query: filters.shared });
  return {
    href: (code: string): string => router.resolve(target(code)).href,
    open: (code: string): void => void router.push(target(code)),
  };
}
