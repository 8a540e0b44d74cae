/**
 * Lines that pages put among paragraphs and that no reporter wrote: what a whole line must look like, and how many words
 * it may have. Worded as news sites in the most-read languages word them.
 */
interface Aside {
  pattern: RegExp;
  most: number;
}

const SHARES =
  'share|shares|sharing|this|story|article|on|via|tweet|tweets|pin|pin it|post|e-?mail|print|save|copy|copy link|link|link copied|whats ?app|facebook|twitter|x|linked ?in|reddit|pinterest|telegram|messenger|flipboard|google ?\\+?|google plus|tumblr|bluesky|threads|comment|comments|like|teilen|drucken|merken|mailen|partager|imprimer|envoyer|compartir|enviar|imprimir|compartilhar|condividi|stampa|invia|delen|printen|dela|skriv ut|del|udskriv|поделиться|печать|udostępnij|paylaş|مشاركة|طباعة|分享|分享到|打印|シェア|ツイート|印刷|공유';

const MORE =
  "for more,? (?:read|see)|read more|read also|also read|read next|read|related|related(?: stories| articles| news| coverage| content| topics| links?| reading| video| posts?)|more(?: on this(?: story)?| stories| news| from [^.]{1,40}| to read| coverage| about [^.]{1,40})|see also|see more|see|watch(?: also| more| now| live| video)?|listen(?: also| now)?|don['’]t miss|recommended(?: for you| reading| stories)?|you (?:may|might) (?:also )?(?:like|be interested in)[^.]{0,10}|trending(?: now)?|most (?:read|popular)|must read|editor['’]s picks?|top stories|in pictures|in depth|further reading|lire aussi|[àa] lire(?: aussi| [ée]galement)?|lire [ée]galement|voir aussi|sur le m[êe]me sujet|lesen sie auch|lesen sie (?:hier|mehr|dazu)[^.]{0,30}|mehr zum thema|mehr dazu|auch interessant|zum thema|weitere artikel|lea tambi[ée]n|lee tambi[ée]n|leer m[áa]s|m[áa]s informaci[óo]n|te puede interesar|ver tambi[ée]n|vea tambi[ée]n|relacionad[ao]s?|noticias relacionadas|leia tamb[ée]m|leia mais|veja tamb[ée]m|saiba mais|leggi anche|leggi tutto|vedi anche|per approfondire|lees ook|lees meer|meer over|bekijk ook|l[äa]s (?:ocks[åa]|mer|[äa]ven)|les ogs[åa]|l[æa]s ogs[åa]|lue my[öo]s|czytaj (?:też|także|więcej)|zobacz (?:też|także|również)|p[řr]e[čc]t[ěe]te si|ilgili haberler?|baca juga|читайте также|читайте ещё|читать далее|по теме|смотрите также|читайте також|اقرأ أيضا[ً]?|إقرأ أيضا[ً]?|اقرأ المزيد|شاهد أيضا[ً]?|مواضيع ذات صلة|相关阅读|相关新闻|延伸阅读|延伸閱讀|相關新聞|関連記事|あわせて読みたい|관련 ?기사|xem thêm|diğer haberler";

const LINES: readonly Aside[] = [
  {
    pattern:
      /^[[(]?(?:advertisement|advertisment|advert|ad|ads|sponsored(?: content)?|promoted|anzeige|werbung|publicit[ée]|publicidad|publicidade|pubblicit[àa]|advertentie|реклама|annons|annonce|reklama|reklam|mainos|iklan|quảng cáo|إعلان|إعلانات|广告|廣告|広告|광고)[\])]?[.:]?$/iu,
    most: 4,
  },
  {
    pattern:
      /^(?:the )?(?:story|article|text|content) continues (?:below|after|following)|^continue reading (?:below|the main story)|^(?:skip|scroll) (?:advertisement|past|down to|for (?:more|video))|^(?:article|story) continues$/iu,
    most: 12,
  },
  { pattern: new RegExp(`^(?:(?:${SHARES}|\\d+(?:[.,]\\d+)?[km]?)[\\s:;,.|•·/+–—-]*){1,16}$`, 'iu'), most: 16 },
  {
    pattern:
      /^(?:\d+|no|one|be the first to|leave a|post a|add a|join the|view|show|hide|see all|read)?\s*(?:comments?|replies|reply|kommentare?|commentaires?|comentarios?|comentários?|commenti|reacties|комментари[йияев]+|conversation)(?: \(\d+\)| are closed| below| on this story)?[.:!]?$/iu,
    most: 8,
  },
  {
    pattern:
      /(?<!\p{L})(?:sign up|subscribe|signup|register|opt in|abonnieren sie|inscrivez-vous|abonnez-vous|suscr[íi]bete|suscr[íi]base|inscreva-se|assine|iscriviti|meld je aan|подпи(?:шитесь|сывайтесь))(?!\p{L}).{0,120}\b(?:newsletters?|e-?mails?|inbox|updates?|alerts?|briefing|free|podcast|channel|канал|boletín|boletim|rassegna)(?!\p{L})|^get .{0,80}\b(?:in|to|into) your inbox|\bnewsletters?\b.{0,60}\b(?:sign up|subscribe|here|inbox)\b/iu,
    most: 40,
  },
  {
    pattern:
      /^(?:please )?(?:follow|like|join|find|add) (?:us|me|@\w+|him|her|them|[\p{L}\d .'’&-]{2,40})? ?(?:on|at|via) (?:our )?(?:twitter|facebook|instagram|google|telegram|whatsapp|youtube|tiktok|linkedin|threads|bluesky|x)\b/iu,
    most: 30,
  },
  {
    pattern:
      /^(?:follow|folgen sie|suivez(?:-nous)?|s[íi]guenos|siga|segui(?:ci)?|volg)\b.{0,60}(?:@\w+|twitter|facebook|instagram|telegram|whatsapp|google)/iu,
    most: 25,
  },
  {
    pattern: /^(?:click|tap|press) (?:here|play|on|the|to)\b|^(?:clique[zr]?|haga clic|haz clic|klicken sie|klik)\b.{0,40}(?:aqui|aqu[íi]|ici|hier)/iu,
    most: 20,
  },
  {
    pattern:
      /^(?:this|a version of this) (?:article|story|post|piece|column|essay)(?: was| is)?(?: also| first| originally)* (?:appear|publish|print|ran\b)|^originally (?:appeared|published) (?:at|on|in|by)\b/iu,
    most: 50,
  },
  { pattern: /^get .{2,50} newsletter$|^read or share this (?:story|article)\b/iu, most: 12 },
  { pattern: /^(?:download|get) (?:the|our) .{0,40}\bapps?\b|^(?:this|our) (?:app|podcast) is available/iu, most: 25 },
  {
    pattern:
      /^(?:(?:file )?(?:photos?|photographs?|pictures?|images?|videos?|graphics?|illustrations?|stock)|pic|fotos?|foto[- ]?credit|bild(?:quelle|er)?|cr[ée]dits?(?: photos?)?|photo[- ]credits?|image[- ](?:credit|copyright|source|caption)|media[- ]caption|video[- ]caption|getty images?|afbeelding|imagen|imagem|immagine|фото|видео|图片来源|写真|사진)\s*(?:[:：|©/]|by |copyright|caption|courtesy|via )/iu,
    most: 30,
  },
  {
    pattern: /^(?:©|\(c\)|&copy;|copyright\b|all rights reserved|alle rechte vorbehalten|tous droits r[ée]serv[ée]s|todos los derechos|todos os direitos|©️)/iu,
    most: 45,
  },
  { pattern: /^(?:this material may not be published|(?:the )?content .{0,40}may not be (?:published|reproduced|used)|no part of this)/iu, most: 60 },
  {
    pattern:
      /^(?:\d+|one|a)[\s-]*min(?:ute)?s?\.? (?:read|de lecture|lesezeit|leestijd|de lectura|de leitura)\b|^(?:reading time|lesezeit|temps de lecture|tiempo de lectura|tempo di lettura|время чтения)\b/iu,
    most: 8,
  },
  {
    pattern:
      /(?:enable|activate|turn on) javascript|your browser (?:does not|doesn['’]t|is)|javascript (?:is|must be) |^loading\b|^(?:play|pause|mute|unmute|replay|close|next|previous|back|top|menu|more|gallery|slideshow|expand|collapse|hide caption|toggle caption|enlarge(?: this)? image|view gallery|media playback is unsupported[^.]*|this video (?:can|has|is) [^.]*)\.?$/iu,
    most: 20,
  },
  { pattern: /^(?:we|this (?:site|website|page)) uses? cookies\b|\baccept (?:all )?cookies\b|^(?:by continuing to (?:use|browse))/iu, most: 60 },
  {
    pattern:
      /^(?:tags?|topics?|filed under|labels?|categor(?:y|ies)|schlagworte|themen|mots-cl[ée]s|etiquetas|temas|argomenti|trefwoorden|теги|метки|標籤|标签|タグ|关键词)\s*[:：]/iu,
    most: 40,
  },
  {
    pattern:
      /^(?:report (?:a|an) (?:typo|error|correction|ad)|send (?:us )?(?:feedback|a tip|tips)|got a (?:tip|story|news)|have a (?:tip|story)|do you have a story|contact (?:the author|us)|suggest a correction|request (?:permission|reprint)|order reprints|buy (?:a )?photo|print this|listen to this article|add .{0,30}as a preferred source)/iu,
    most: 35,
  },
];

/** Text that calls a link to another article. */
const LABEL = new RegExp(`^[*•»>▶►→\\s\\[(]*(?:${MORE})\\s*(?:[:：»>|→…\\])–—-]|\\.{3}|$)`, 'iu');
/** The longest of them: a label and a headline. */
const LONGEST_LABELLED = 32;

/** Whether a whole line is something that the page says about itself or asks of its reader. */
export function isAside(line: string, words: number): boolean {
  return LINES.some(({ pattern, most }) => words <= most && pattern.test(line));
}

/** Whether a line is nothing but such a label. */
export function isLabelAlone(line: string): boolean {
  return ALONE.test(line);
}

const ALONE = new RegExp(`^(?:${MORE})\\s*[:：]?$`, 'iu');

/** Whether a line calls for reading another article: “Read more: …”. */
export function isCallForMore(line: string, words: number): boolean {
  return words <= LONGEST_LABELLED && LABEL.test(line);
}

const ENDS = new RegExp(
  `^(?:${MORE}|comments?|leave a (?:reply|comment)|share this(?: (?:story|article))?|like this|about the authors?|about the writer|newsletters?|sign up .*|subscribe .*|follow us.*|[üu]ber (?:den autor|die autorin)|tags|topics|kommentare|commentaires|comentarios|комментарии)\\s*[:：]?$`,
  'iu',
);

/** Whether a heading opens what follows an article: related links, comments, a box about the author. */
export function opensAppendix(heading: string): boolean {
  return ENDS.test(heading);
}
