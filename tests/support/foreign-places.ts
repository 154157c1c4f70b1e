// Names of places in a text that another language than the text's own gives them ("Tuulisalmi" in Swedish).
import { CODE_LISTS } from '#domain/codes/code-lists.ts';
import { LANGUAGES, type Language } from '#domain/routes.ts';

/** Finnish bends the end of a name (Koivuselkä, Koivuselän); what stands before it stays. */
const stem = (name: string, lang: Language): string => (lang === 'fi' ? name.slice(0, -2) : name);

/** `names`: what organisations are called in this language; one may hold a place's name of another ("Yrkesinstitutet Vindsund"). */
export function foreignPlaces(text: string, lang: Language, names: readonly string[] = []): string[] {
  const bare = names.reduce((rest, name) => rest.replaceAll(name, ''), text);
  const found = CODE_LISTS.municipalities.codes.flatMap(({ name }) =>
    LANGUAGES.filter((other) => name[other] !== name[lang] && bare.includes(stem(name[other], other))).map(
      (other) => name[other],
    ),
  );
  return [...new Set(found)];
}
