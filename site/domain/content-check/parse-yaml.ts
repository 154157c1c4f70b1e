// YAML as the site's own reader takes it: a day without quotes is a date. A day that does not exist stays a text, for the schema to refuse.
import { type Document, parseDocument, type ScalarTag } from 'yaml';

const DAY = /^\d{4}-\d\d-\d\d(?:[Tt ]\d\d?:\d\d:\d\d.*)?$/;

const day: ScalarTag = {
  tag: 'tag:yaml.org,2002:timestamp',
  default: true,
  test: DAY,
  identify: (value) => value instanceof Date,
  resolve(text) {
    const date = new Date(text.length === 10 ? text : text.replace(' ', 'T'));
    const isReal = !Number.isNaN(date.getTime()) && date.toISOString().startsWith(text.slice(0, 10));
    return isReal || text.length > 10 ? date : text;
  },
};

export const parseYaml = (source: string): Document.Parsed =>
  parseDocument(source, { prettyErrors: false, logLevel: 'silent', customTags: (tags) => [...tags, day] });
