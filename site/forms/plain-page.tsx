// A page of a title, a few sentences and a way on: a dead link, a sent request, a problem.
export interface PlainPageProps {
  title: string;
  texts: readonly string[];
  next?: { path: string; label: string } | undefined;
}

export function PlainPage({ title, texts, next }: PlainPageProps) {
  return (
    <div class="stack">
      <h1>{title}</h1>
      {texts.map((text) => (
        <p key={text}>{text}</p>
      ))}
      {next && (
        <p>
          <a class="button" href={next.path}>
            {next.label}
          </a>
        </p>
      )}
    </div>
  );
}
