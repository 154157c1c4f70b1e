// Words that are never a reason to show a service, though they may help to find it: "because you wrote: on" says nothing.

const FI =
  'ja tai on ei en et se ne ole oon oo olla olisi olisiko ois oli ovat ollu ollut että jos kun ku mutta mut niin nii myös kuin joka jota jotka jossa mitä mikä missä miten kuinka kuka kenen kaikki kaikkea kaikille me te he hän minä mä mulla mulle mun sun minun minulle meillä meil meille meitä meidän meiän tehdä ihan vain vaan nyt jo vielä sitten tämä tää tuo se sen sitä siitä siihen siltä niitä niille niistä heille heitä voi voiko vois voisi voisiko voinko saako saa saisi saisiko saisin pitää pitäisi pitäs pitäis pitääkö haluaisi haluaisin haluaisimme haluamme haluais haluis onko joku jotain jokin jonkun jonku tulee tuli tulla emme eivät eikä pari mahdollista kannata yks yksi tarvitsen tarvitsee tarvitsemme tarvitsisin tarvitsisimme tarvitaan tarvittaisiin tarvittais tarvis tarvii tarttis';
const SV =
  'och att i på en ett är vi jag mig det som den för med av till har inte om de kan vår våra vad hur man sig så men nu när var ska skulle vill oss er ni han hon hans hennes dem denna detta några någon nån nåt från vid eller bara också mer få får väl till finns vet gått hos här behöver behövs behöva';
const EN =
  "the a an and or to of in is are we i it for with on our us that this have has how can can't do be not but they he she who what my me as at from if so will would want need someone there their them him her his one get some getting where before much you your been was does let must while whether said needs needed";

export const SMALL_WORDS: ReadonlySet<string> = new Set([FI, SV, EN].flatMap((list) => list.split(' ')));
