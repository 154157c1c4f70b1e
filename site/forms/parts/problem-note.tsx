// Why the form could not be taken just now, and what to do instead; what was written stays in the form below it.
export interface Problem {
  title: string;
  text: string;
  phone?: string | undefined;
}

export function ProblemNote({ problem }: { problem?: Problem | undefined }) {
  if (!problem) return null;
  return (
    <div class="error-summary" role="alert" tabindex={-1} id="error-summary" autofocus>
      <h2>{problem.title}</h2>
      <p>{problem.text}</p>
      {problem.phone && (
        <p>
          <a href={`tel:${problem.phone.replace(/[^+\d]/g, '')}`}>{problem.phone}</a>
        </p>
      )}
    </div>
  );
}
