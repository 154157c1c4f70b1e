// Texts that each begin a line by themselves, in one line: “På plats, på distans”.
export const listText = (texts: readonly string[]): string =>
  texts.map((text, at) => (at === 0 ? text : text.charAt(0).toLowerCase() + text.slice(1))).join(', ');
