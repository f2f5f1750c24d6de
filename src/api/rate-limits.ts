import type { Refusal } from "./problem.ts";

/** How many requests one caller may make in a time. The same figures stand in wrangler.toml, which a test holds. */
export interface RatePolicy {
  name: "key" | "install" | "address";
  requests: number;
  seconds: 10 | 60;
}

/**
 * By key, for newsrooms: twenty checks a second, of which one can be a batch of a hundred. By install
 * id, for one reader's extension: two a second. By address only as a backstop: a whole newsroom or
 * university may sit behind one.
 */
export const RATE_LIMITS = {
  key: { name: "key", requests: 1200, seconds: 60 },
  install: { name: "install", requests: 120, seconds: 60 },
  address: { name: "address", requests: 6000, seconds: 60 },
} as const satisfies Record<string, RatePolicy>;

/** The platform's counter: it says only whether one more is within the limit, and counts per location. */
export interface Limiter {
  limit(options: { key: string }): Promise<{ success: boolean }>;
}

/** Null where the deployment binds no limiter. */
export type Limiters = Record<RatePolicy["name"], Limiter | null>;

export const NO_LIMITERS: Limiters = { key: null, install: null, address: null };

/** Counts one request of a caller; gives the refusal where it is one too many. A counter that fails refuses nobody. */
export async function limited(policy: RatePolicy, who: string, limiters: Limiters): Promise<Refusal | null> {
  const limiter = limiters[policy.name];
  if (limiter === null) return null;
  const { success } = await limiter.limit({ key: who }).catch(() => ({ success: true }));
  if (success) return null;
  return {
    code: "rate_limited",
    detail: `More than ${policy.requests} requests in ${policy.seconds} seconds. Try again after Retry-After.`,
    retryAfterSeconds: policy.seconds,
  };
}

/** A limit as `RateLimit-Policy` has it (draft-ietf-httpapi-ratelimit-headers-10). What is left of it nobody knows, so `RateLimit` is not sent. */
export function policyHeader({ name, requests, seconds }: RatePolicy): string {
  return `"${name}";q=${requests};w=${seconds}`;
}
