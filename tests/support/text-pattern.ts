// An interface text with its {values} left open, as a pattern.
export const textPattern = (text: string): RegExp =>
  new RegExp(
    `^${text
      .split(/\{\w+\}/)
      .map(RegExp.escape)
      .join('.+')}$`,
  );
