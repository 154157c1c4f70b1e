// The beginning of a text: as much as tells what it is about without opening it.
const START = 120;

/** One line, up to the last whole word. */
export function startOf(text: string): string {
  const line = text.replace(/\s+/g, ' ');
  return line.length <= START ? line : `${line.slice(0, START).replace(/\s+\S*$/, '')} …`;
}
