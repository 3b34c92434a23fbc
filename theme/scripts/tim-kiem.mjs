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
/** Up to as many answers a file is read whole: shorter than asking for its parts. */
const WHOLE = 32;

class Segment {
  constructor(path, count) {
    this.path = path;
    this.count = count;
    this.bits = count < 2 ? 0 : 31 - Math.clz32(count);
    this.blocks = Math.ceil(count / BLOCK);
  }

  /** Where each bucket and block begins. */
  async begins() {
    this.table ??= this.readTable().catch((error) => { this.table = undefined; throw error; });
    return this.table;
  }

  async readTable() {
    const parts = 2 ** this.bits + this.blocks;
    const [bytes] = await this.read([[0, 3 * parts]]);
    const begins = new Uint32Array(parts + 1);
    begins[0] = 3 * parts;
    for (let part = 0; part < parts; part++) {
      begins[part + 1] = begins[part] + bytes[3 * part] + (bytes[3 * part + 1] << 8) + (bytes[3 * part + 2] << 16);
    }
    return begins;
  }

  /** The bytes of several stretches, asked for together. */
  async read(stretches) {
    if (!this.whole) {
      const headers = this.count > WHOLE
        ? { Range: "bytes=" + stretches.map(([from, to]) => `${from}-${to - 1}`).join(",") } : {};
      const answer = await fetch(this.path, { headers });
      if (!answer.ok) throw new Error(`${this.path}: ${answer.status}`);
      const bytes = new Uint8Array(await answer.arrayBuffer());
      if (answer.status === 206) return this.cut(bytes, answer.headers, stretches);
      // Whoever does not know about stretches sends all.
      this.whole = bytes;
    }
    return stretches.map(([from, to]) => this.whole.subarray(from, to));
  }

  cut(bytes, headers, stretches) {
    const parts = [];
    const range = /bytes (\d+)-(\d+)/i;
    const single = range.exec(headers.get("content-range") ?? "");
    if (single) parts.push([Number(single[1]), bytes]);
    for (let at = 0; !single && at < bytes.length;) {
      let end = at;
      while (end < bytes.length && !(bytes[end] === 13 && bytes[end + 1] === 10 && bytes[end + 2] === 13 && bytes[end + 3] === 10)) end++;
      const said = /content-range: *bytes (\d+)-(\d+)/i.exec(decoder.decode(bytes.subarray(at, end)));
      if (!said) break;
      at = end + 4 + Number(said[2]) - Number(said[1]) + 1;
      parts.push([Number(said[1]), bytes.subarray(end + 4, at)]);
    }
    return stretches.map(([from, to]) => {
      const part = parts.find(([begin, part]) => begin <= from && begin + part.length >= to);
      if (!part) throw new Error(`${this.path}: ${from} is missing`);
      return part[1].subarray(from - part[0], to - part[0]);
    });
  }

  /** What the segment knows of words and pairs: folded word → spellings, place of a pair → lists. */
  async find(words, pairs) {
    const begins = await this.begins();
    const bucket = (at) => (this.bits ? at >>> (32 - this.bits) : 0);
    const buckets = [...new Set([...words.map((one) => bucket(place(one.hash))), ...pairs.map((pair) => bucket(pair.at))])]
      .sort((one, other) => one - other);
    const parts = await this.read(buckets.map((one) => [begins[one], begins[one + 1]]));
    const found = { words: new Map(), pairs: new Map() };
    const wanted = new Set(words.map((one) => one.folded));
    buckets.forEach((one, index) => {
      const restBits = 26 - this.bits;
      const rests = new Map(pairs.filter((pair) => bucket(pair.at) === one)
        .map((pair) => [(pair.at >>> 6) & (2 ** restBits - 1), pair.at]));
      new Bucket(parts[index], this.count).read(wanted, rests, found);
    });
    return found;
  }

  /** What the list of results shows of some answers, in their order. */
  async records(answers) {
    const begins = await this.begins();
    const blocks = [...new Set(answers.map((answer) => Math.floor(answer / BLOCK)))].sort((one, other) => one - other);
    const first = 2 ** this.bits;
    const parts = await this.read(blocks.map((block) => [begins[first + block], begins[first + block + 1]]));
    const lines = new Map(blocks.map((block, index) => [block, decoder.decode(parts[index]).split("\n")]));
    return answers.map((answer) => {
      const [path, title, summary, day, subject, outcome, note] =
        JSON.parse(lines.get(Math.floor(answer / BLOCK))[answer % BLOCK]);
      return { path, title, summary, day, subject, outcome, note };
    });
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
      const spellings = [];
      for (let spelling = this.number(); spelling > 0; spelling--) {
        const size = this.number();
        const exact = this.text(size >> 1) || folded;
        spellings.push({ exact, answers: this.list(), titles: size & 1 ? this.list() : [] });
      }
      if (words.has(folded)) found.words.set(folded, spellings);
    }
    let pair = 0;
    while (this.at < this.bytes.length) {
      pair += this.number();
      const place = pairs.get(pair >> 1);
      const answers = this.list(place !== undefined);
      if (place === undefined) continue;
      const known = found.pairs.get(place) ?? { answers: [], titles: [] };
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

  list() {
    const head = this.number();
    const answers = [];
    if (head & 1) {
      for (let answer = 0; answer < this.count; answer++) {
        if (this.bytes[this.at + (answer >> 3)] & (1 << (answer & 7))) answers.push(answer);
      }
      this.at += (this.count + 7) >> 3;
      return answers;
    }
    let next = 0;
    for (let left = head >> 1; left > 0; left--) {
      next += this.number();
      answers.push(next++);
    }
    return answers;
  }
}

// ---- finding ----

/**
 * Answers that hold every word of the query, best first: spelled as typed, then with marks as typed, then with other
 * marks; among equals by how much of the title and how many neighbouring words agree, then newest first.
 */
export async function find(segments, query, subject) {
  const mark = subject ? [{ folded: "=" + subject, hash: wordHash("=" + subject) }] : [];
  const found = await Promise.all(segments.map((segment) => segment.find([...query.words, ...mark], query.pairs)));
  const total = segments.reduce((sum, segment) => sum + segment.count, 0);
  const rarity = (lists) => Math.log(1 + total / (1 + lists.reduce((sum, list) => sum + list.length, 0)));
  const wordWeights = query.words.map((one) =>
    rarity(found.flatMap((part) => (part.words.get(one.folded) ?? []).map((spelling) => spelling.answers))));
  const pairWeights = query.pairs.map((pair) => rarity(found.map((part) => part.pairs.get(pair.at)?.answers ?? [])));
  const results = segments.flatMap((segment, index) =>
    judge(segment, found[index], query, mark[0], wordWeights, pairWeights));
  const whole = results.filter((result) => result.missing === 0);
  const kept = whole.length ? whole : nearest(results, query);
  return kept.sort((one, other) => one.tier - other.tier || other.score - one.score
    || one.segment.order - other.segment.order || other.answer - one.answer);
}

/** With no answer that holds all words: those that lack few of a longer query, marks as typed. */
function nearest(results, query) {
  if (query.pairs.some((pair) => pair.isPhrase)) return [];
  const fewest = results.reduce((least, result) => Math.min(least, result.lacking), Infinity);
  return fewest > query.words.length / 4 ? [] : results.filter((result) => result.lacking === fewest);
}

function ones(bits) {
  let count = 0;
  for (let left = bits; left; left &= left - 1) count++;
  return count;
}

function judge(segment, found, query, mark, wordWeights, pairWeights) {
  const count = segment.count;
  const score = new Float64Array(count);
  const has = new Uint16Array(count);
  const asTyped = new Uint16Array(count);
  query.words.forEach((one, index) => {
    const bit = 1 << index;
    for (const spelling of found.words.get(one.folded) ?? []) {
      const isTyped = spelling.exact === one.exact;
      for (const answer of spelling.answers) {
        if (!(has[answer] & bit)) score[answer] += 0.3 * wordWeights[index];
        has[answer] |= bit;
        if (isTyped) asTyped[answer] |= bit;
      }
      for (const answer of spelling.titles) score[answer] += wordWeights[index];
    }
  });
  const allowed = new Uint8Array(count).fill(1);
  const only = (answers) => {
    const set = new Set(answers);
    for (let answer = 0; answer < count; answer++) if (!set.has(answer)) allowed[answer] = 0;
  };
  query.pairs.forEach((pair, index) => {
    const lists = found.pairs.get(pair.at) ?? { answers: [], titles: [] };
    for (const answer of lists.answers) score[answer] += pairWeights[index];
    for (const answer of lists.titles) score[answer] += 1.5 * pairWeights[index];
    if (pair.isPhrase) only(lists.answers);
  });
  if (mark) only((found.words.get(mark.folded) ?? []).flatMap((spelling) => spelling.answers));
  const all = 2 ** query.words.length - 1;
  const marked = query.words.reduce((bits, one, index) => (one.isMarked ? bits | (1 << index) : bits), 0);
  const results = [];
  for (let answer = 0; answer < count; answer++) {
    if (!allowed[answer] || !has[answer]) continue;
    const missing = ones(all & ~has[answer]);
    const lacking = ones(all & ~((has[answer] & ~marked) | (asTyped[answer] & marked)));
    const tier = (asTyped[answer] & all) === all ? 0 : (asTyped[answer] & marked) === marked ? 1 : 2;
    results.push({ segment, answer, missing, lacking, tier, score: score[answer] });
  }
  return results;
}

// ---- the page ----

const PAGE = 10;

class SearchPage {
  constructor(form) {
    this.form = form;
    const files = form.dataset.search.split(" ");
    this.segments = [];
    for (let at = 0; at + 1 < files.length; at += 2) this.segments.push(new Segment(files[at], Number(files[at + 1])));
    this.segments.forEach((segment, order) => { segment.order = order; });
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
    form.addEventListener("focusin", () => this.segments.forEach((segment) => segment.begins().catch(() => {})), { once: true });
    addEventListener("popstate", () => this.readAddress());
    this.parts.more.addEventListener("click", () => this.showMore());
    this.readAddress();
  }

  /** A query has an address, which can be kept and sent on. */
  submit() {
    const query = new URLSearchParams(new FormData(this.form));
    for (const [name, value] of [...query]) if (!value.trim()) query.delete(name);
    history.pushState(null, "", query.size ? `?${query}` : location.pathname);
    this.search();
  }

  readAddress() {
    const query = new URLSearchParams(location.search);
    this.form.elements["q"].value = query.get("q") ?? "";
    this.form.elements["linh-vuc"].value = query.get("linh-vuc") ?? "";
    // A subject nobody knows any more.
    if (this.form.elements["linh-vuc"].selectedIndex < 0) this.form.elements["linh-vuc"].value = "";
    this.search();
  }

  async search() {
    const turn = ++this.turn;
    const text = this.form.elements["q"].value.trim();
    const subject = this.form.elements["linh-vuc"].value;
    const query = parse(text);
    document.title = text ? `“${text}” – ${this.title}` : this.title;
    this.parts.results.hidden = !text;
    this.clear();
    if (!text) return;
    if (!query.words.length) return this.say("Hãy gõ ít nhất một chữ hoặc một số.");
    const wait = setTimeout(() => this.say("Đang tìm…"), 500);
    try {
      const results = await find(this.segments, query, subject);
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
    const number = results.length.toLocaleString("vi-VN");
    text = text.replaceAll(/["“”„«»]/g, "").trim();
    const where = subject ? " trong lĩnh vực đã chọn" : "";
    const said = [];
    if (!results.length) {
      said.push(`Không tìm thấy câu trả lời nào có “${text}”${where}.`);
      this.parts.nothing.hidden = false;
      this.parts.allSubjects.hidden = !subject;
      this.parts.allSubjects.querySelector("a").search = new URLSearchParams({ q: this.form.elements["q"].value });
    } else if (results[0].missing) {
      said.push(`Không có câu trả lời nào đủ mọi chữ của “${text}”${where}. Gần nhất là ${number} câu, thiếu ${results[0].lacking} chữ.`);
    } else {
      const other = results.filter((result) => result.tier === 2).length;
      if (other === results.length) said.push(`Không câu trả lời nào viết đúng dấu “${text}”${where}; ${number} câu viết khác dấu.`);
      else said.push(`${number} câu trả lời có “${text}”${where}` + (other ? `, ${other.toLocaleString("vi-VN")} câu ở cuối viết khác dấu.` : "."));
    }
    if (query.isCut) said.push(`Chỉ tìm theo ${LONGEST} chữ đầu.`);
    this.say(said.join(" "));
    this.parts.more.hidden = this.shown.count >= results.length;
  }

  async showMore() {
    const turn = this.turn;
    const items = await this.nextItems();
    if (turn !== this.turn) return;
    this.parts.list.append(...items);
    this.parts.more.hidden = this.shown.count >= this.shown.results.length;
    items[0]?.querySelector("a").focus();
  }

  /** The list items of the next answers. */
  async nextItems() {
    const { query, results, count } = this.shown;
    const next = results.slice(count, count + PAGE);
    const records = new Map();
    await Promise.all([...new Set(next.map((result) => result.segment))].map(async (segment) => {
      const wanted = next.filter((result) => result.segment === segment);
      const read = await segment.records(wanted.map((result) => result.answer));
      wanted.forEach((result, index) => records.set(result, read[index]));
    }));
    this.shown.count += next.length;
    return next.map((result) => this.item(records.get(result), query, result.tier));
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
