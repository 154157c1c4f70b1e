// Reads the body of a post: a form's fields, JSON, or a form with files where one is expected; never more than the limit, whatever the headers claim.
import { LIMITS } from '#domain/limits.ts';

export type Fields = Readonly<Record<string, unknown>>;
export type BodyOutcome =
  | { status: 'read'; fields: Fields; isJson: boolean }
  | { status: 'too_large' | 'wrong_type' | 'malformed'; isJson: boolean };

/** A body as text, or undefined when it is longer than `most` bytes. */
export async function readAtMost(request: Request, most: number): Promise<string | undefined> {
  return (await bytesAtMost(request, most))?.toString('utf8');
}

async function bytesAtMost(request: Request, most: number): Promise<Buffer | undefined> {
  if (Number(request.headers.get('content-length')) > most) return undefined;
  const parts: Uint8Array[] = [];
  let size = 0;
  for await (const part of request.body ?? []) {
    size += part.byteLength;
    if (size > most) return undefined;
    parts.push(part);
  }
  return Buffer.concat(parts);
}

/** A field given more than once becomes an array, as check boxes send it. */
function formFields(form: Iterable<[string, FormDataEntryValue]>): Fields {
  const fields: Record<string, FormDataEntryValue | FormDataEntryValue[]> = Object.create(null);
  for (const [name, value] of form) {
    const before = fields[name];
    if (before === undefined) fields[name] = value;
    else if (Array.isArray(before)) before.push(value);
    else fields[name] = [before, value];
  }
  return fields;
}

const JSON_TYPE = 'application/json';
const FORM_TYPE = 'application/x-www-form-urlencoded';
const FILES_TYPE = 'multipart/form-data';
const typeOf = ({ headers }: Request): string =>
  (headers.get('content-type') ?? '').replace(/;.*/, '').trim().toLowerCase();

/** `mostWithFiles`: how many bytes a form with files may have; without it there is no such form here. */
export async function readBody(
  request: Request,
  mostWithFiles?: number,
  most: number = LIMITS.body,
): Promise<BodyOutcome> {
  const type = typeOf(request);
  if (type === FILES_TYPE && mostWithFiles !== undefined) return readFiles(request, mostWithFiles);
  const isJson = type === JSON_TYPE;
  if (!isJson && type !== FORM_TYPE) return { status: 'wrong_type', isJson: wantsJson(request) };
  let text: string | undefined;
  try {
    text = await readAtMost(request, isJson ? LIMITS.body : most);
  } catch {
    // Whoever sent it went away in the middle: nobody's fault here, and nobody to answer.
    return { status: 'malformed', isJson };
  }
  if (text === undefined) return { status: 'too_large', isJson };
  if (!isJson) return { status: 'read', fields: formFields(new URLSearchParams(text)), isJson };
  try {
    const fields: unknown = JSON.parse(text);
    if (typeof fields === 'object' && fields !== null && !Array.isArray(fields))
      return { status: 'read', fields: fields as Fields, isJson };
  } catch {
    // Falls through: what does not parse is malformed.
  }
  return { status: 'malformed', isJson };
}

async function readFiles(request: Request, most: number): Promise<BodyOutcome> {
  const isJson = false;
  try {
    const bytes = await bytesAtMost(request, most);
    if (!bytes) return { status: 'too_large', isJson };
    const headers = { 'content-type': request.headers.get('content-type') ?? '' };
    const form = await new Response(new Uint8Array(bytes), { headers }).formData();
    return { status: 'read', fields: formFields(form), isJson };
  } catch {
    // It broke off, or its parts are not what their boundary says.
    return { status: 'malformed', isJson };
  }
}

/** A program asks for JSON, or sends it; a browser's form never does. */
export const wantsJson = (request: Request): boolean => {
  const accept = request.headers.get('accept') ?? '';
  return typeOf(request) === JSON_TYPE || (accept.includes('json') && !accept.includes('text/html'));
};
