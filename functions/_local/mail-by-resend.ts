// Sends a sign-in letter through the mail service at RESEND_BASE_URL, for runs that use no mailbox of their own.
export async function sendByResend(letter: {
  to: string;
  subject: string;
  text?: string;
  html?: string;
}): Promise<void> {
  const { RESEND_BASE_URL, RESEND_API_KEY, MAIL_FROM } = process.env;
  const answer = await fetch(`${RESEND_BASE_URL}/emails`, {
    method: 'POST',
    headers: { authorization: `Bearer ${RESEND_API_KEY}`, 'content-type': 'application/json' },
    body: JSON.stringify({ from: MAIL_FROM, ...letter }),
    signal: AbortSignal.timeout(10_000),
  });
  if (!answer.ok) throw new Error(`The sign-in letter was refused: ${answer.status} ${await answer.text()}`);
}
