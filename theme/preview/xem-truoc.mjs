// Keeps an editor's preview fresh: loads the page anew when something was saved, says what is wrong and what is a draft.
// Never part of a release. The command `doithoai preview` writes what is read here.
const source = "/xem-truoc/tinh-hinh.json";
const pause = 25;

const panel = document.createElement("section");
panel.className = "xt";
panel.setAttribute("aria-label", "Xem trước");
panel.hidden = true;
const style = document.createElement("link");
style.rel = "stylesheet";
style.href = "/xem-truoc/xem-truoc.css";
document.head.append(style);
document.body.prepend(panel);

function element(name, text, ...children) {
  const made = document.createElement(name);
  if (text) made.textContent = text;
  made.append(...children);
  return made;
}

function list(items) {
  return element("ul", "", ...items);
}

function show({ problems, drafts }) {
  const draft = drafts.find(({ path }) => path === decodeURI(location.pathname));
  const errors = problems.filter(({ severity }) => severity === "error");
  panel.replaceChildren();
  panel.classList.toggle("xt-loi", errors.length > 0);
  if (draft) panel.append(element("p", "", element("strong", "Bản nháp. "), draft.reason));
  if (errors.length > 0) {
    panel.append(element("p", `Có ${errors.length} lỗi, trang đang hiện bản dựng được gần nhất.`));
  }
  if (problems.length > 0) {
    panel.append(details(
      errors.length > 0, `${errors.length} lỗi, ${problems.length - errors.length} cảnh báo`,
      problems.map(({ place, problem, remedy, excerpt }) =>
        element("li", "", element("code", place), element("pre", excerpt), element("p", problem), element("p", `Cách sửa: ${remedy}`)))));
  }
  if (drafts.length > 0) {
    panel.append(details(false, `${drafts.length} bản nháp`, drafts.map(({ path, title, reason }) => {
      const link = element("a", title);
      link.href = path;
      return element("li", "", link, ` ${reason}`);
    })));
  }
  panel.hidden = panel.childElementCount === 0;
}

function details(open, summary, items) {
  const made = element("details", "", element("summary", summary), list(items));
  made.open = open;
  return made;
}

let site, said;
async function look() {
  try {
    const answer = await fetch(source, { cache: "no-store" });
    const text = await answer.text();
    const now = JSON.parse(text);
    if (site !== undefined && now.site !== site) return location.reload();
    site = now.site;
    if (text !== said) show(now);
    said = text;
  } catch {
    // The preview was stopped, or the file is just being replaced: asked again below.
  }
  setTimeout(look, document.hidden ? 40 * pause : pause);
}
look();
