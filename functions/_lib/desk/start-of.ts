// As much of a description as tells what a need is about without opening it: up to the last whole word.
const START = 140;

export function startOf(description: string): string {
  const line = description.replace(/\s+/g, ' ');
  return line.length <= START ? line : `${line.slice(0, START).replace(/\s+\S*$/, '')} …`;
}
