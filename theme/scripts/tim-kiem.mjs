// Finds answers in the files that a release makes for it; docs/search.md draws them. Nothing is sent but the address
// of this page and of those files.

// ---- words: the same as Sources/Domain/SearchWord.swift ----

const TOKEN = /[\p{L}\p{N}\p{M}]+/gu;
const TONES = /[\u0300\u0301\u0303\u0309\u0323]/g;
const MARKS = /[\u0300-\u036f]/g;
const EITHER_I = /^(?:[hklmst]|qu)y$/;

/** What is looked up of a token, and what tells its spellings apart. */
export function word(token) {
  const lower = [...token].map((sign) => sign.toLowerCase()).join("").replaceAll("ð", "đ").replaceAll("ς", "σ");
  const signs = lower.normalize("NFD");
  let letters = signs.replace(TONES, "");
  let folded = letters.replace(MARKS, "").replaceAll("đ", "d");
  if (EITHER_I.test(folded)) {
    folded = folded.slice(0, -1) + "i";
    letters = letters.replace(/y$/, "i");
  }
  return { folded, exact: letters + (signs.match(TONES) ?? []).join("") };
}

/** The words of a text. */
export const words = (text) => (text.match(TOKEN) ?? []).map(word);

// ---- where words stand: the same as Sources/Publishing/Search/SearchHash.swift ----

const encoder = new TextEncoder();
const decoder = new TextDecoder();

function wordHash(folded) {
  let hash = 2166136261;
  for (const byte of encoder.encode(folded)) hash = Math.imul(hash ^ byte, 16777619);
  return hash >>> 0;
}
const pairHash = (first, second) => (Math.imul(first, 31) + second) >>> 0;

function place(hash) {
  let mixed = hash;
  mixed = Math.imul(mixed ^ (mixed >>> 16), 0x85ebca6b);
  mixed = Math.imul(mixed ^ (mixed >>> 13), 0xc2b2ae35);
  return (mixed ^ (mixed >>> 16)) >>> 0;
}

// ---- a query ----

/** Words of a query that count, and how much is looked up for them: a poor connection has to bear it. */
const LONGEST = 11;
const TERMS = 11;
const QUOTED = /["“”„«»]([^"“”„«»]*)["“”„«»]/g;

/**
 * The words of a query, each once; pairs of neighbours, of which those inside quotation marks must be there. Of a long
 * query not all pairs are looked up: every other one first, for most words of Vietnamese have two syllables.
 */
export function parse(text) {
  const query = { words: [], pairs: [], isCut: false };
  const read = (piece, isPhrase) => {
    let before;
    for (const one of words(piece)) {
      if (query.words.length === LONGEST) { query.isCut = true; return; }
      let index = query.words.findIndex((known) => known.exact === one.exact);
      if (index < 0) index = query.words.push({ ...one, hash: wordHash(one.folded), isMarked: one.exact !== one.folded }) - 1;
      if (before !== undefined) {
        const at = place(pairHash(query.words[before].hash, query.words[index].hash));
        const known = query.pairs.find((pair) => pair.at === at);
        if (known) known.isPhrase ||= isPhrase;
        else query.pairs.push({ at, isPhrase });
      }
      before = index;
    }
  };
  // Invisible signs come with copying; nobody meant them.
  const clean = text.replace(/[\u00ad\u200b\u200c\u2060\ufeff]/g, "");
  let from = 0;
  for (const found of clean.matchAll(QUOTED)) {
    read(clean.slice(from, found.index), false);
    read(found[1], true);
    from = found.index + found[0].length;
  }
  read(clean.slice(from), false);
  const needed = query.pairs.filter((pair) => pair.isPhrase);
  const others = query.pairs.filter((pair) => !pair.isPhrase);
  const ordered = [...others.filter((_, index) => index % 2 === 0), ...others.filter((_, index) => index % 2 === 1)];
  query.pairs = [...needed, ...ordered.slice(0, Math.max(0, TERMS - query.words.length - needed.length))];
  return query;
}

// ---- the files ----

const BLOCK = 4;
/** Up to as many answers the file is read whole: shorter than asking for its parts. */
const WHOLE = 32;
/** Stretches of one request: what names them has to fit into what a server takes for a line. */
const STRETCHES = 200;

/** The file of all answers, of which a query reads some stretches. */
class DataFile {
  constructor(path, counts) {
    this.path = path;
    let head = 0;
    this.segments = counts.map((count, order) => {
      const segment = new Segment(order, count, head);
      head += segment.head;
      return segment;
    });
    this.head = head;
    this.count = counts.reduce((sum, count) => sum + count, 0);
  }

  /** Where each bucket and block of each segment begins. */
  async begins() {
    this.tables ??= this.readTables().catch((error) => { this.tables = undefined; throw error; });
    return this.tables;
  }

  async readTables() {
    const [bytes] = await this.read([[0, this.head]]);
    let end = this.head;
    for (const segment of this.segments) end = segment.learn(bytes, end);
  }

  /** The bytes of several stretches, asked for together. */
  async read(stretches) {
    if (this.whole) return stretches.map(([from, to]) => this.whole.subarray(from, to));
    const groups = [];
    for (let at = 0; at < stretches.length; at += STRETCHES) groups.push(stretches.slice(at, at + STRETCHES));
    return (await Promise.all(groups.map((group) => this.ask(group)))).flat();
  }

  async ask(stretches) {
    const headers = this.count > WHOLE
      ? { Range: "bytes=" + stretches.map(([from, to]) => `${from}-${to - 1}`).join(",") } : {};
    const answer = await fetch(this.path, { headers });
    if (!answer.ok) throw new Error(`${this.path}: ${answer.status}`);
    const bytes = new Uint8Array(await answer.arrayBuffer());
    if (answer.status === 206) return this.cut(bytes, answer.headers, stretches);
    // Whoever does not know about stretches sends all.
    this.whole = bytes;
    return stretches.map(([from, to]) => bytes.subarray(from, to));
  }

  cut(bytes, headers, stretches) {
    const parts = [];
    const range = /bytes (\d+)-(\d+)/i.exec(headers.get("content-range") ?? "");
    if (range) parts.push([Number(range[1]), bytes]);
    for (let at = 0; !range && at < bytes.length;) {
      let end = at;
      while (end < bytes.length && !(bytes[end] === 13 && bytes[end + 1] === 10 && bytes[end + 2] === 13 && bytes[end + 3] === 10)) end++;
      const said = /content-range: *bytes (\d+)-(\d+)/i.exec(decoder.decode(bytes.subarray(at, end)));
      if (!said) break;
      at = end + 4 + Number(said[2]) - Number(said[1]) + 1;
      parts.push([Number(said[1]), bytes.subarray(end + 4, at)]);
    }
    return stretches.map(([from, to]) => {
      // Servers may join neighbours.
      const part = parts.find(([begin, part]) => begin <= from && begin + part.length >= to);
      if (!part) throw new Error(`${this.path}: ${from} is missing`);
      return part[1].subarray(from - part[0], to - part[0]);
    });
  }

  /** What each segment knows of words and pairs: folded word → spellings, place of a pair → lists. */
  async find(words, pairs) {
    await this.begins();
    const wanted = new Set(words.map((one) => one.folded));
    const places = [...words.map((one) => place(one.hash)), ...pairs.map((pair) => pair.at)];
    const buckets = this.segments.flatMap((segment) => segment.buckets(places));
    const parts = await this.read(buckets.map(({ segment, bucket }) => segment.stretch(bucket)));
    const found = this.segments.map(() => ({ words: new Map(), pairs: new Map() }));
    buckets.forEach(({ segment, bucket }, index) => {
      new Bucket(parts[index], segment.count).read(wanted, segment.rests(bucket, pairs), found[segment.order]);
    });
    return found;
  }

  /** What the list of results shows of some answers, in their order. */
  async records(results) {
    await this.begins();
    const blocks = new Map();
    for (const { segment, answer } of results) {
      const stretch = segment.stretch(segment.firstBlock + Math.floor(answer / BLOCK));
      blocks.set(stretch[0], stretch);
    }
    const parts = await this.read([...blocks.values()]);
    const lines = new Map([...blocks.keys()].map((from, index) => [from, decoder.decode(parts[index]).split("\n")]));
    return results.map(({ segment, answer }) => {
      const [from] = segment.stretch(segment.firstBlock + Math.floor(answer / BLOCK));
      const [path, title, summary, day, subject, outcome, note] = JSON.parse(lines.get(from)[answer % BLOCK]);
      return { path, title, summary, day, subject, outcome, note };
    });
  }
}

/** The answers of a year: its buckets of words and pairs, then its blocks of records. */
class Segment {
  constructor(order, count, at) {
    this.order = order;
    this.count = count;
    this.at = at;
    this.bits = count < 2 ? 0 : 31 - Math.clz32(count);
    this.firstBlock = 2 ** this.bits;
    this.parts = this.firstBlock + Math.ceil(count / BLOCK);
    /** Bytes of its lengths. */
    this.head = 3 * this.parts;
  }

  /** Learns where its parts begin from the lengths; gives where the next segment begins. */
  learn(bytes, begin) {
    this.begins = new Uint32Array(this.parts + 1);
    this.begins[0] = begin;
    for (let part = 0, at = this.at; part < this.parts; part++, at += 3) {
      this.begins[part + 1] = this.begins[part] + bytes[at] + (bytes[at + 1] << 8) + (bytes[at + 2] << 16);
    }
    return this.begins[this.parts];
  }

  stretch(part) { return [this.begins[part], this.begins[part + 1]]; }

  bucket(at) { return this.bits ? at >>> (32 - this.bits) : 0; }

  /** The buckets of some places, each once, in the order of the file. */
  buckets(places) {
    return [...new Set(places.map((at) => this.bucket(at)))].sort((one, other) => one - other)
      .map((bucket) => ({ segment: this, bucket }));
  }

  /** How the pairs of a bucket are written there → their places. */
  rests(bucket, pairs) {
    const mask = 2 ** (26 - this.bits) - 1;
    return new Map(pairs.filter((pair) => this.bucket(pair.at) === bucket).map((pair) => [(pair.at >>> 6) & mask, pair.at]));
  }
}

class Bucket {
  constructor(bytes, count) {
    this.bytes = bytes;
    this.count = count;
    this.at = 0;
  }

  read(words, pairs, found) {
    for (let terms = this.number(); terms > 0; terms--) {
      const folded = this.text(this.number());
      const isWanted = words.has(folded);
      const spellings = [];
      for (let spelling = this.number(); spelling > 0; spelling--) {
        const size = this.number();
        const exact = this.text(size >> 1) || folded;
        spellings.push({ exact, answers: this.list(isWanted), titles: size & 1 ? this.list(isWanted) : NONE });
      }
      if (isWanted) found.words.set(folded, spellings);
    }
    let pair = 0;
    while (this.at < this.bytes.length) {
      pair += this.number();
      const place = pairs.get(pair >> 1);
      const answers = this.list(place !== undefined);
      if (place === undefined) continue;
      const known = found.pairs.get(place) ?? { answers: NONE, titles: NONE };
      known[pair & 1 ? "titles" : "answers"] = answers;
      found.pairs.set(place, known);
    }
  }

  number() {
    let value = 0;
    for (let shift = 0; ; shift += 7) {
      const byte = this.bytes[this.at++];
      value |= (byte & 127) << shift;
      if (byte < 128) return value;
    }
  }

  text(length) {
    this.at += length;
    return length ? decoder.decode(this.bytes.subarray(this.at - length, this.at)) : "";
  }

  list(isWanted) {
    const head = this.number();
    const count = head >> 1;
    if (head & 1) return isWanted ? this.ofBits(count) : this.skip((this.count + 7) >> 3);
    if (isWanted) return this.ofGaps(count);
    for (let left = count; left > 0; left--) while (this.bytes[this.at++] > 127);
    return NONE;
  }

  skip(length) {
    this.at += length;
    return NONE;
  }

  ofBits(count) {
    const answers = new Uint16Array(count);
    const { bytes, at } = this;
    for (let byte = 0, next = 0; next < count; byte++) {
      for (let bits = bytes[at + byte]; bits; bits &= bits - 1) answers[next++] = 8 * byte + 31 - Math.clz32(bits & -bits);
    }
    this.at += (this.count + 7) >> 3;
    return answers;
  }

  ofGaps(count) {
    const answers = new Uint16Array(count);
    for (let index = 0, next = 0; index < count; index++) {
      next += this.number();
      answers[index] = next++;
    }
    return answers;
  }
}

const NONE = new Uint16Array(0);

// ---- finding ----

/** The answers that a query finds. */
export async function find(data, query, subject) {
  const mark = subject ? [{ folded: "=" + subject, hash: wordHash("=" + subject) }] : [];
  const found = await data.find([...query.words, ...mark], query.pairs);
  const rarity = (lists) => Math.log(1 + data.count / (1 + lists.reduce((sum, list) => sum + list.length, 0)));
  const weights = {
    words: query.words.map((one) =>
      rarity(found.flatMap((part) => (part.words.get(one.folded) ?? []).map((spelling) => spelling.answers)))),
    pairs: query.pairs.map((pair) => rarity(found.map((part) => part.pairs.get(pair.at)?.answers ?? NONE))),
  };
  return new Results(data.segments.map((segment, index) => new Column(segment, found[index], query, mark[0], weights)), query);
}

/** How the answers of a segment agree with a query: arrays of numbers, for there may be thousands. */
class Column {
  constructor(segment, found, query, mark, weights) {
    this.segment = segment;
    /** How much of it stands in the title, how many neighbours agree, how rare they are; then how early it is shown. */
    this.worth = new Float64Array(segment.count);
    /** One bit for each word that it holds, in any spelling and as typed. */
    this.has = new Uint16Array(segment.count);
    this.asTyped = new Uint16Array(segment.count);
    query.words.forEach((one, index) => this.add(1 << index, found.words.get(one.folded) ?? [], one.exact, weights.words[index]));
    query.pairs.forEach((pair, index) => {
      const lists = found.pairs.get(pair.at) ?? { answers: NONE, titles: NONE };
      for (const answer of lists.answers) this.worth[answer] += weights.pairs[index];
      for (const answer of lists.titles) this.worth[answer] += 1.5 * weights.pairs[index];
      if (pair.isPhrase) this.keep(lists.answers);
    });
    // A subject has one spelling.
    if (mark) this.keep(found.words.get(mark.folded)?.[0].answers ?? NONE);
  }

  add(bit, spellings, exact, weight) {
    const { worth, has, asTyped } = this;
    for (const { exact: spelled, answers, titles } of spellings) {
      for (let index = 0; index < answers.length; index++) {
        const answer = answers[index];
        if (!(has[answer] & bit)) worth[answer] += 0.3 * weight;
        has[answer] |= bit;
      }
      if (spelled === exact) for (let index = 0; index < answers.length; index++) asTyped[answers[index]] |= bit;
      for (let index = 0; index < titles.length; index++) worth[titles[index]] += weight;
    }
  }

  /** Forgets all other answers. */
  keep(answers) {
    const kept = new Uint16Array(this.has.length);
    for (const answer of answers) kept[answer] = this.has[answer];
    this.has = kept;
  }
}

const GONE = -Infinity;
/** More than an answer can be worth, so that all of one tier come before those of the next. */
const TIER = 1e6;

/**
 * Answers that hold every word of a query, best first: spelled as typed, then with marks as typed, then with other
 * marks; among equals by worth, then newest first. With no such answer, those that lack few words of a longer query.
 */
class Results {
  constructor(columns, query) {
    this.columns = columns;
    this.all = 2 ** query.words.length - 1;
    this.marked = query.words.reduce((bits, one, index) => (one.isMarked ? bits | (1 << index) : bits), 0);
    this.isWhole = columns.some((column) => column.has.includes(this.all));
    this.lacking = this.isWhole ? 0 : this.fewest(query);
    this.count = 0;
    this.otherMarks = 0;
    this.ranked = [];
    for (const column of columns) this.place(column);
  }

  /** Words that the nearest answers lack, marks as typed; endless when none is near. */
  fewest(query) {
    if (query.pairs.some((pair) => pair.isPhrase)) return Infinity;
    let fewest = Infinity;
    for (const column of this.columns) {
      for (let answer = 0; answer < column.has.length; answer++) {
        if (column.has[answer]) fewest = Math.min(fewest, this.lackingOf(column, answer));
      }
    }
    return fewest > query.words.length / 4 ? Infinity : fewest;
  }

  lackingOf({ has, asTyped }, answer) {
    let count = 0;
    for (let left = this.all & ~((has[answer] & ~this.marked) | (asTyped[answer] & this.marked)); left; left &= left - 1) count++;
    return count;
  }

  tier({ asTyped }, answer) {
    return asTyped[answer] === this.all ? 0 : (asTyped[answer] & this.marked) === this.marked ? 1 : 2;
  }

  place(column) {
    const { has, worth } = column;
    for (let answer = 0; answer < has.length; answer++) {
      const isShown = this.isWhole ? has[answer] === this.all : has[answer] && this.lackingOf(column, answer) === this.lacking;
      if (!isShown) {
        worth[answer] = GONE;
        continue;
      }
      const tier = this.tier(column, answer);
      worth[answer] -= tier * TIER;
      this.count++;
      if (tier === 2) this.otherMarks++;
    }
  }

  /** Some in their order: only those that are shown are ever sorted. */
  best(from, number) {
    const wanted = Math.min(from + number, this.count);
    while (this.ranked.length < wanted) this.ranked.push(...this.take(number));
    return this.ranked.slice(from, wanted);
  }

  /** The best that were not taken before. */
  take(number) {
    const best = [];
    for (const column of this.columns) {
      const { worth } = column;
      for (let answer = worth.length - 1; answer >= 0; answer--) {
        if (worth[answer] === GONE || (best.length === number && worth[answer] <= best[number - 1].worth)) continue;
        // Segments come newest first, answers too: who is worth as much stays before.
        const at = best.findIndex((other) => other.worth < worth[answer]);
        best.splice(at < 0 ? best.length : at, 0, { column, answer, worth: worth[answer] });
        best.length = Math.min(best.length, number);
      }
    }
    for (const { column, answer } of best) column.worth[answer] = GONE;
    return best.map(({ column, answer }) => ({ segment: column.segment, answer, tier: this.tier(column, answer) }));
  }
}

/**
 * A search of invented data: code is slow when a browser meets it for the first time, and whoever still types does not
 * notice.
 */
function rehearse(query) {
  new Bucket(new Uint8Array(40001), 1).read(new Set(), new Map());
  const answers = Uint16Array.from({ length: 4096 }, (_, index) => index);
  const lists = { answers, titles: answers };
  const ones = Array(TERMS).fill(1);
  const found = {
    words: new Map(query.words.map((one) => [one.folded, [{ exact: one.exact, ...lists }]])),
    pairs: new Map(query.pairs.map((pair) => [pair.at, lists])),
  };
  for (let turn = 0; turn < 3; turn++) {
    const column = new Column(new Segment(0, answers.length, 0), found, query, undefined, { words: ones, pairs: ones });
    new Results([column], query).best(0, PAGE);
  }
}

// ---- the page ----

const PAGE = 10;
/** Milliseconds that a search may take before it is said. */
const PATIENCE = 500;

/** «12.345»; the browser's own way takes longer than the search when it is used for the first time. */
const grouped = (number) => String(number).replace(/\B(?=(\d{3})+$)/g, ".");

class SearchPage {
  constructor(form) {
    this.form = form;
    this.data = new DataFile(form.dataset.search, form.dataset.counts.split(" ").map(Number));
    const part = (name) => document.querySelector(`[data-${name}]`);
    this.parts = {
      results: part("results"), status: part("status"), list: part("list"), more: part("more"),
      nothing: part("nothing"), allSubjects: part("all-subjects"), result: part("result"),
    };
    this.title = document.title;
    this.turn = 0;
    form.hidden = false;
    form.addEventListener("submit", (event) => { event.preventDefault(); this.submit(); });
    // Whoever turns to the form will search: the tables come while they type. What fails now is told by the search.
    form.addEventListener("focusin", () => this.prepare(), { once: true });
    addEventListener("popstate", () => this.readAddress());
    this.parts.more.addEventListener("click", () => this.showMore());
    this.readAddress();
  }

  prepare() {
    this.data.begins().then(() => rehearse(parse(this.title)), () => {});
  }

  /**
   * A query has an address, which can be kept and sent on. It keeps a browser busy, so it comes after the answer, or when
   * that takes long.
   */
  async submit() {
    const query = new URLSearchParams(new FormData(this.form));
    for (const [name, value] of [...query]) if (!value.trim()) query.delete(name);
    const turn = this.turn + 1;
    await Promise.race([this.search(), new Promise((done) => setTimeout(done, PATIENCE))]);
    setTimeout(() => {
      if (turn !== this.turn) return;
      history.pushState(null, "", query.size ? `?${query}` : location.pathname);
      this.nameTab();
    });
  }

  readAddress() {
    const query = new URLSearchParams(location.search);
    this.form.elements["q"].value = query.get("q") ?? "";
    this.form.elements["linh-vuc"].value = query.get("linh-vuc") ?? "";
    // A subject nobody knows any more.
    if (this.form.elements["linh-vuc"].selectedIndex < 0) this.form.elements["linh-vuc"].value = "";
    this.search();
    this.nameTab();
  }

  nameTab() {
    const text = this.form.elements["q"].value.trim();
    document.title = text ? `“${text}” – ${this.title}` : this.title;
  }

  async search() {
    const turn = ++this.turn;
    const text = this.form.elements["q"].value.trim();
    const subject = this.form.elements["linh-vuc"].value;
    const query = parse(text);
    this.parts.results.hidden = !text;
    this.clear();
    if (!text) return;
    if (!query.words.length) return this.say("Hãy gõ ít nhất một chữ hoặc một số.");
    const wait = setTimeout(() => this.say("Đang tìm…"), PATIENCE);
    try {
      const results = await find(this.data, query, subject);
      if (turn !== this.turn) return;
      this.shown = { query, results, count: 0 };
      const first = await this.nextItems();
      if (turn !== this.turn) return;
      this.parts.list.append(...first);
      this.tell(text, subject);
    } catch {
      if (turn !== this.turn) return;
      this.say("Chưa tải được dữ liệu tìm kiếm. Ông, bà thử lại sau ít phút, hoặc xem theo lĩnh vực, theo năm ở dưới.");
    } finally {
      clearTimeout(wait);
    }
  }

  clear() {
    this.parts.list.replaceChildren();
    this.parts.more.hidden = true;
    this.parts.nothing.hidden = true;
    this.say("");
  }

  say(words) { this.parts.status.textContent = words; }

  tell(text, subject) {
    const { query, results } = this.shown;
    const number = grouped(results.count);
    text = text.replaceAll(/["“”„«»]/g, "").trim();
    const where = subject ? " trong lĩnh vực đã chọn" : "";
    const said = [];
    if (!results.count) {
      said.push(`Không tìm thấy câu trả lời nào có “${text}”${where}.`);
      this.parts.nothing.hidden = false;
      this.parts.allSubjects.hidden = !subject;
      this.parts.allSubjects.querySelector("a").search = new URLSearchParams({ q: this.form.elements["q"].value });
    } else if (!results.isWhole) {
      said.push(`Không có câu trả lời nào đủ mọi chữ của “${text}”${where}. Gần nhất là ${number} câu, thiếu ${results.lacking} chữ.`);
    } else {
      const other = results.otherMarks;
      if (other === results.count) said.push(`Không câu trả lời nào viết đúng dấu “${text}”${where}; ${number} câu viết khác dấu.`);
      else said.push(`${number} câu trả lời có “${text}”${where}` + (other ? `, ${grouped(other)} câu ở cuối viết khác dấu.` : "."));
    }
    if (query.isCut) said.push(`Chỉ tìm theo ${LONGEST} chữ đầu.`);
    this.say(said.join(" "));
    this.parts.more.hidden = this.shown.count >= results.count;
  }

  async showMore() {
    const turn = this.turn;
    const items = await this.nextItems();
    if (turn !== this.turn) return;
    this.parts.list.append(...items);
    this.parts.more.hidden = this.shown.count >= this.shown.results.count;
    items[0]?.querySelector("a").focus();
  }

  /** The list items of the next answers. */
  async nextItems() {
    const { query, results } = this.shown;
    const next = results.best(this.shown.count, PAGE);
    const records = await this.data.records(next);
    this.shown.count += next.length;
    return next.map((result, index) => this.item(records[index], query, result.tier));
  }

  item(record, query, tier) {
    const item = this.parts.result.content.firstElementChild.cloneNode(true);
    const link = item.querySelector("a");
    link.href = record.path;
    link.append(...marked(record.title, query, tier));
    const [summary, meta] = item.querySelectorAll("p");
    summary.append(...marked(record.summary, query, tier));
    const badge = document.querySelector(`[data-outcome="${record.outcome}"]`);
    if (badge) meta.prepend(badge.content.cloneNode(true), " ");
    const subject = [...this.form.elements["linh-vuc"].options].find((option) => option.value === record.subject);
    meta.lastElementChild.previousElementSibling.textContent = (subject?.label ?? "") + (record.note && ` (${record.note})`);
    const time = meta.lastElementChild;
    time.dateTime = record.day;
    time.textContent = record.day.split("-").reverse().join("/");
    return item;
  }
}

/** A text with the words that were looked for marked; neighbours share one mark. */
export function marked(text, query, tier) {
  const nodes = [];
  let from = 0;
  let open;
  const isWanted = (one) => query.words.some((known) =>
    tier < 2 && known.isMarked ? known.exact === one.exact : known.folded === one.folded);
  for (const found of text.matchAll(TOKEN)) {
    if (!isWanted(word(found[0]))) continue;
    const between = text.slice(from, found.index);
    if (open && between === " ") {
      open.textContent += between + found[0];
    } else {
      open = document.createElement("mark");
      open.textContent = found[0];
      nodes.push(between, open);
    }
    from = found.index + found[0].length;
  }
  return [...nodes, text.slice(from)];
}

const form = document.querySelector("[data-search]");
if (form) new SearchPage(form);
