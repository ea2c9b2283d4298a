/** A view's own controls in the address, beside the shared filters: a link reproduces what is seen, Back goes back. */
import { useRoute, useRouter, type LocationQueryRaw } from 'vue-router';

export interface Address {
  read(key: string): string | null;
  /** `null` takes the key out: the default needs no words in the address. */
  write(patch: Readonly<Record<string, string | null>>): void;
}

export function useAddress(): Address {
  const route = useRoute();
  const router = useRouter();
  return {
    read(key) {
      const cell = route.query[key];
      const first = Array.isArray(cell) ? cell[0] : cell;
      return first === undefined || first === null || first === '' ? null : first;
    },
    write(patch) {
      const kept = Object.entries({ ...route.query, ...patch }).filter(([, value]) => value !== null);
      const query: LocationQueryRaw = Object.fromEntries(kept);
      void router.push({ path: route.path, query });
    },
  };
}
