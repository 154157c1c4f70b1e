// Whether a line would lead somewhere from a letter: a web or email address, also a bare one, of which mail programs make a link.
// The same stands in SQL, app.leads_somewhere; tests/support/lines-that-lead.ts holds them together.

/** What it needs no domain to see. */
const MARKED = /:\/\/|www\.|@/i;

// Endings that are countries' or much used. Of the rest mail programs know many, and letters of a company name few.
const COUNTRIES =
  'ac ad ae af ag ai al am ao aq ar as at au aw ax az ba bb bd be bf bg bh bi bj bm bn bo br bs bt bv bw by ' +
  'bz ca cc cd cf cg ch ci ck cl cm cn co cr cu cv cw cx cy cz de dj dk dm do dz ec ee eg er es et eu fi fj ' +
  'fk fm fo fr ga gb gd ge gf gg gh gi gl gm gn gp gq gr gs gt gu gw gy hk hm hn hr ht hu id ie il im in io ' +
  'iq ir is it je jm jo jp ke kg kh ki km kn kp kr kw ky kz la lb lc li lk lr ls lt lu lv ly ma mc md me mg ' +
  'mh mk ml mm mn mo mp mq mr ms mt mu mv mw mx my mz na nc ne nf ng ni nl no np nr nu nz om pa pe pf pg ph ' +
  'pk pl pm pn pr ps pt pw py qa re ro rs ru rw sa sb sc sd se sg sh si sj sk sl sm sn so sr ss st su sv sx ' +
  'sy sz tc td tf tg th tj tk tl tm tn to tr tt tv tw tz ua ug uk us uy uz va vc ve vg vi vn vu wf ws ye yt ' +
  'za zm zw ';
const OTHERS =
  'com net org info biz app dev page site online shop store xyz top club live link click cloud tech space ' +
  'website icu buzz life work world today email zip mov pro name mobi fun vip win bid loan men date review ' +
  'download stream digital agency company solutions services support center group media news blog finance ' +
  'money bank law edu gov int example ';
/** After these a dot ends a shortened word, and the space after it was forgotten. */
const SHORTENED =
  'alk bl ca ed eli em esim etc fr huom jne kk kl klo ko kpl ks kts lkm mk mm nk nr nro ns obs os puh pvm ' +
  'resp sis st tel tj tms ts vrt yht ym yms ';

const oneOf = (words: string): string => `(?:${words.trim().split(' ').join('|')})`;
const anyCase = (words: string): string =>
  words.replace(/[a-z]/g, (letter) => `[${letter.toUpperCase()}${letter}]`).replace(/ +$/, '');

const LETTER = '[A-Za-zÅÄÖåäö]';
const ONE = '[A-Za-zÅÄÖåäö0-9-]';
/** Begins where no word goes on, and is no shortened word; a number has no letter in it. */
const START = `(?<![A-Za-zÅÄÖåäö0-9.-])(?!${oneOf(anyCase(SHORTENED))}\\.)${ONE}*${LETTER}${ONE}*(?:\\.${ONE}+)*\\.`;
const END = `(?!${ONE}|\\.${LETTER})`;

/** What stands behind it says that it is an address, whatever it ends in. */
const WITH_PATH = new RegExp(`${START}[A-Za-z]{2,}(?:[/?#][^ ]|:[0-9])`);
/** A country's with a capital is a new sentence, whose space was forgotten. */
const BARE = new RegExp(
  `${START}(?:${oneOf(anyCase(OTHERS))}|${oneOf(COUNTRIES)}|${oneOf(COUNTRIES.toUpperCase())})${END}`,
);

export const leadsSomewhere = (line: string): boolean => MARKED.test(line) || WITH_PATH.test(line) || BARE.test(line);
