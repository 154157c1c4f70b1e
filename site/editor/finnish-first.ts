// The editor speaks Finnish, as its labels do, until somebody chooses another language in its settings. Imported before Sveltia, which reads this at once.
const KEY = 'sveltia-cms.prefs';

try {
  const stored: { locale?: string } = JSON.parse(localStorage.getItem(KEY) ?? '{}');
  if (!stored.locale || stored.locale === 'auto')
    localStorage.setItem(KEY, JSON.stringify({ ...stored, locale: 'fi' }));
} catch {
  // Without storage Sveltia goes by the browser's language.
}
