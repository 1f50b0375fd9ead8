// Shows a PDF with pdf.js: sheets are drawn when they come into view, over each lies its text, to be marked, read aloud and
// clicked. The library and its worker are our own files; nothing is evaluated, so the security policy stays as strict.

const STEPS = [0.5, 0.67, 0.8, 1, 1.25, 1.5, 2, 3];
const NEAR = '600px 0px';

class Viewer {
  constructor(element) {
    this.element = element;
    this.sheets = element.querySelector('[data-pdf-sheets]');
    this.factor = 1;
    this.drawn = new Map();
  }

  async open() {
    const { pdfFile, pdfLibrary, pdfWorker } = this.element.dataset;
    this.library = await import(pdfLibrary);
    this.library.GlobalWorkerOptions.workerSrc = pdfWorker;
    const root = new URL('../', new URL(pdfLibrary, location.href)).href;
    this.document = await this.library.getDocument({
      url: pdfFile, isEvalSupported: false, useWasm: false, enableXfa: false, stopAtErrors: false,
      cMapUrl: `${root}cmaps/`, cMapPacked: true, standardFontDataUrl: `${root}standard_fonts/`,
      wasmUrl: `${root}wasm/`, iccUrl: `${root}iccs/`, maxImageSize: 64 * 1024 * 1024,
    }).promise;
    this.pages = await Promise.all(Array.from({ length: Math.min(this.document.numPages, 200) },
      (unused, at) => this.document.getPage(at + 1)));
    this.element.querySelector('[data-pdf-waiting]').remove();
    const shown = this.element.querySelector('[data-pdf-pages]');
    shown.textContent = `${shown.textContent} · ${this.document.numPages} ${shown.dataset.pages}`;
    this.lay();
    new ResizeObserver(() => this.fit()).observe(this.element);
  }

  /** One sheet for each page, with its size, so that nothing moves while they are drawn. */
  lay() {
    this.seen = new IntersectionObserver(entries => entries.filter(one => one.isIntersecting)
      .forEach(one => this.draw(one.target)), { rootMargin: NEAR });
    this.pages.forEach((page, at) => {
      const sheet = document.createElement('div');
      sheet.className = 'pdf-sheet';
      sheet.dataset.page = at;
      this.sheets.append(sheet);
    });
    this.fit();
    for (const sheet of this.sheets.children) this.seen.observe(sheet);
  }

  scale(page) {
    return (this.width / page.getViewport({ scale: 1 }).width) * this.factor;
  }

  fit() {
    const width = Math.max(200, Math.floor(this.sheets.clientWidth));
    if (width === this.width && this.factor === this.fitted) return;
    this.width = width;
    this.fitted = this.factor;
    [...this.sheets.children].forEach((sheet, at) => {
      const viewport = this.pages[at].getViewport({ scale: this.scale(this.pages[at]) });
      sheet.style.width = `${Math.floor(viewport.width)}px`;
      sheet.style.height = `${Math.floor(viewport.height)}px`;
      sheet.style.setProperty('--total-scale-factor', viewport.scale);
    });
    this.element.querySelector('[data-pdf-scale]').textContent = `${Math.round(this.factor * 100)} %`;
    clearTimeout(this.soon);
    this.soon = setTimeout(() => this.redraw(), this.drawn.size ? 150 : 0);
  }

  redraw() {
    const old = [...this.drawn.keys()];
    this.drawn.clear();
    for (const sheet of old) {
      this.seen.unobserve(sheet);
      this.seen.observe(sheet);
    }
  }

  async draw(sheet) {
    if (this.drawn.has(sheet)) return;
    const page = this.pages[sheet.dataset.page];
    const scale = this.scale(page);
    this.drawn.set(sheet, scale);
    const viewport = page.getViewport({ scale });
    const canvas = document.createElement('canvas');
    const sharp = Math.min(window.devicePixelRatio || 1, 3);
    canvas.width = Math.floor(viewport.width * sharp);
    canvas.height = Math.floor(viewport.height * sharp);
    const text = document.createElement('div');
    text.className = 'pdf-text';
    await page.render({ canvas, viewport: page.getViewport({ scale: scale * sharp }) }).promise;
    await new this.library.TextLayer({ textContentSource: page.streamTextContent(), container: text, viewport }).render();
    if (this.drawn.get(sheet) === scale) sheet.replaceChildren(canvas, text);
  }

  zoom(step) {
    if (step === 0) {
      this.factor = 1;
    } else {
      const nearest = STEPS.findIndex(one => one >= this.factor);
      this.factor = STEPS[Math.min(STEPS.length - 1, Math.max(0, nearest + step))];
    }
    this.fit();
  }
}

async function show(element) {
  if (element.dataset.pdfShown) return;
  element.dataset.pdfShown = 'true';
  const viewer = new Viewer(element);
  element.addEventListener('click', event => {
    const button = event.target.closest('[data-pdf-zoom]');
    if (button) viewer.zoom(Number(button.dataset.pdfZoom));
  });
  try {
    await viewer.open();
    element.dataset.pdfReady = 'true';
  } catch (failure) {
    console.warn('The PDF could not be shown', failure);
    element.querySelector('[data-pdf-waiting]')?.remove();
    element.querySelector('[data-pdf-failed]').hidden = false;
  }
}

function showAll() {
  document.querySelectorAll('[data-pdf]').forEach(element => { if (element.getClientRects().length) show(element); });
}

showAll();
document.body.addEventListener('htmx:afterSettle', showAll);
document.addEventListener('simba:shown', showAll);
