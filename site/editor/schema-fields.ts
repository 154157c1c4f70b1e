// A zod schema as the editor's generator reads it: JSON Schema with our own metadata and, for each pattern, the fault of a miss.
import * as z from 'zod';
import { type FaultCode, isFaultCode } from '#domain/content/fault-texts.ts';

export type FieldSchema = {
  type?: string;
  format?: string;
  pattern?: string;
  /** What is told about a text that does not match. */
  patternFault?: FaultCode;
  minLength?: number;
  maxLength?: number;
  minimum?: number;
  maximum?: number;
  minItems?: number;
  maxItems?: number;
  enum?: string[];
  const?: unknown;
  default?: unknown;
  items?: FieldSchema;
  oneOf?: FieldSchema[];
  properties?: Record<string, FieldSchema>;
  required?: string[];
  /** Metadata of #domain/content/code.ts and reference.ts. */
  codeList?: string;
  reference?: string;
};

/** No pattern of ours lets it through. */
const MISS = '\u0000';

/** As the file is once it is read (`output`): a date is text there, whatever YAML made of it. */
export const schemaFields = (schema: z.ZodType): FieldSchema =>
  z.toJSONSchema(schema, {
    io: 'output',
    override: ({ zodSchema, jsonSchema }) => {
      if (!jsonSchema.pattern) return;
      const [issue] = z.safeParse(zodSchema, MISS).error?.issues ?? [];
      if (issue && isFaultCode(issue.message)) Object.assign(jsonSchema, { patternFault: issue.message });
    },
  }) as FieldSchema;
