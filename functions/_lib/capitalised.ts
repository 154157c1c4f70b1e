// A text that begins a sentence or a line of its own.
export const capitalised = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);
