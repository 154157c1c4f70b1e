// Sends a file straight to Storage, with its progress shown: larger files than a form can carry. Without it, the form works by itself.
interface Begun {
  document: string;
  send_to: string;
}
type Answer<Said> = { ok: true; said: Said } | { ok: false; status: number; detail: string | undefined };

export function sendDocument(): void {
  const form = document.querySelector<HTMLFormElement>('form[data-upload]');
  const field = form?.querySelector<HTMLInputElement>('input[type=file]');
  const underWay = form?.querySelector<HTMLElement>('[data-under-way]');
  const told = underWay?.querySelector<HTMLElement>('[data-told]');
  const bar = underWay?.querySelector('progress');
  const button = form?.querySelector<HTMLButtonElement>('button[type=submit]');
  if (!form || !field || !underWay || !told || !bar || !button) return;
  const { sending = '', checking = '', brokeOff = '', errorPrefix = '', formMost } = form.dataset;
  const plain = { byForm: false };

  form.addEventListener('submit', (event) => {
    const file = field.files?.[0];
    // Nothing chosen, or the other way failed: the form as it is.
    if (!file || plain.byForm) return;
    event.preventDefault();
    // That the file before this one was saved says nothing of this one.
    document.querySelector('main .notice[role=status]')?.remove();
    button.disabled = true;
    void send(file).finally(() => {
      button.disabled = false;
      underWay.hidden = true;
    });
  });

  async function send(file: File): Promise<void> {
    show(sending, 0);
    const values = new FormData(form as HTMLFormElement);
    const announced = {
      act: 'begin',
      company: values.get('company'),
      name: file.name,
      size: file.size,
    };
    const begun = await ask<Begun>(announced);
    if (!begun.ok) return refused(begun);
    const { document: id, send_to: address } = begun.said;
    if (!(await put(address, file))) {
      await ask({ act: 'cancel', document: id });
      // A network that lets nothing through but this site: what a form can carry goes by it.
      if (file.size <= Number(formMost) && navigator.onLine) return byForm();
      return wrong(brokeOff);
    }
    show(checking, 100);
    const kept = await ask<{ next: string }>({ act: 'confirm', document: id });
    if (kept.ok) location.assign(kept.said.next);
    else refused(kept);
  }

  function byForm(): void {
    plain.byForm = true;
    button?.removeAttribute('disabled');
    form?.requestSubmit(button);
  }

  async function ask<Said>(fields: object): Promise<Answer<Said>> {
    try {
      const headers = { 'content-type': 'application/json', accept: 'application/json' };
      const answer = await fetch(form?.action ?? '', { method: 'POST', headers, body: JSON.stringify(fields) });
      const said = answer.headers.get('content-type')?.includes('json') ? await answer.json() : undefined;
      if (answer.ok) return { ok: true, said };
      return { ok: false, status: answer.status, detail: said?.detail };
    } catch {
      return { ok: false, status: 0, detail: undefined };
    }
  }

  // fetch tells nothing of what has been sent so far.
  const put = (address: string, file: File): Promise<boolean> =>
    new Promise((resolve) => {
      const request = new XMLHttpRequest();
      request.upload.addEventListener('progress', ({ loaded, total }) =>
        show(sending, Math.floor((loaded / total) * 100)),
      );
      request.addEventListener('loadend', () => resolve(request.status >= 200 && request.status < 300));
      request.open('PUT', address);
      request.setRequestHeader('content-type', 'application/octet-stream');
      request.send(file.slice(0, file.size, 'application/octet-stream'));
    });

  let tenth = -1;
  function show(words: string, percent: number): void {
    if (!underWay || !bar || !told) return;
    underWay.hidden = false;
    bar.value = percent;
    // Said aloud at each tenth, not at each packet.
    const now = Math.floor(percent / 10);
    if (now === tenth && told.textContent) return;
    tenth = now;
    told.textContent = words.replace('{percent}', String(percent));
  }

  function refused({ status, detail }: { status: number; detail: string | undefined }): void {
    // The session has ended: the page leads to sign-in and back.
    if (status === 401) location.reload();
    else wrong(detail ?? brokeOff);
  }

  /** As the page has it after an error: at the field, tied to it, and the focus there. */
  function wrong(words: string): void {
    if (!field) return;
    const id = `${field.id}-error`;
    const place = document.getElementById(id) ?? document.createElement('p');
    const prefix = document.createElement('span');
    prefix.className = 'visually-hidden';
    prefix.textContent = `${errorPrefix}: `;
    place.id = id;
    place.className = 'field__error';
    place.replaceChildren(prefix, words);
    field.before(place);
    field.closest('.field')?.classList.add('field--error');
    field.setAttribute('aria-invalid', 'true');
    field.setAttribute('aria-describedby', `${field.id}-hint ${id}`);
    field.focus();
  }
}
