// Endpoints that answer the same request: Netlify would pick one of them, and which one is not told.
/** One route of a function as Netlify lists it; no methods means every method; `expression` is its pattern as a RegExp. */
export type Claim = { name: string; pattern: string; methods?: string[]; expression?: string };

/** "a /x, b /x" for every two routes that may both answer one request. */
export function clashes(claims: Claim[]): string[] {
  return claims.flatMap((one, index) =>
    claims
      .slice(index + 1)
      .filter((other) => shareMethod(one, other) && sharePath(one, other))
      .map((other) => `${one.name} ${one.pattern}, ${other.name} ${other.pattern}`),
  );
}

const shareMethod = ({ methods: some = [] }: Claim, { methods: others = [] }: Claim): boolean =>
  some.length === 0 || others.length === 0 || some.some((method) => others.includes(method));

const sharePath = (one: Claim, other: Claim): boolean =>
  shape(one) === shape(other) || matches(one, other.pattern) || matches(other, one.pattern);

const shape = ({ pattern }: Claim): string => pattern.replace(/:\w+/g, ':');

const matches = ({ expression }: Claim, path: string): boolean =>
  expression !== undefined && !path.includes(':') && new RegExp(expression).test(path);
