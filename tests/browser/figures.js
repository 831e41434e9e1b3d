// Diagrams in the eyes of a browser: one headless Chromium for all of them.
//
//     node figures.js CHROMIUM FOLDER
//
// Every *.svg in FOLDER is opened alone, zoomed to 200 %, and put into a page of HTML. Each text must
// stay on its line and in its box, also where the font is missing and others stand in for it, nothing
// may be loaded, and axe-core judges the page. Prints TAP; NODE_PATH says where the packages are.
'use strict';

const fs = require('fs');
const path = require('path');
const url = require('url');
const axe = require('axe-core');
const puppeteer = require('puppeteer-core');

const TAGS = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'best-practice'];
const ZOOMED = {width: 640, height: 450, deviceScaleFactor: 2}; // what zooming to 200 % makes of 1280 by 900
// Stand-ins: none, and the widest and the narrowest that a machine is likely to have.
const FONTS = ["'No Such Font', sans-serif", 'monospace', 'serif'];

let count = 0;

function report(name, faults) {
    count++;
    console.log(`${faults.length ? 'not ok' : 'ok'} ${count} - ${name}`);
    for (const fault of faults.slice(0, 8)) console.log(String(fault).replace(/^/gm, '# '));
    if (faults.length > 8) console.log(`# and ${faults.length - 8} more`);
}

const unless = (condition, fault) => (condition ? [] : [fault]);

// In the page: what is wrong with the texts of its SVG. `font` replaces the family; `free` takes the
// lengths of the lines away, as a writer would leave them out that does not know of the problem.
function textFaults({font, free}) {
    const svg = document.querySelector('svg');
    const family = svg.getAttribute('font-family');
    const freed = [];
    const faults = [];
    if (font) svg.setAttribute('font-family', font);
    if (free) for (const text of svg.querySelectorAll('text[textLength]')) {
        freed.push([text, text.getAttribute('textLength')]);
        text.removeAttribute('textLength');
    }
    const view = svg.viewBox.baseVal;
    const sticksOut = (box, x, y, width, height) => {
        const out = Math.max(x - box.x, box.x + box.width - x - width, y - box.y, box.y + box.height - y - height);
        return out > 0.6 ? out.toFixed(1) : '';
    };
    for (const text of svg.querySelectorAll('text')) {
        const box = text.getBBox();
        const said = `«${text.textContent}»`;
        const wanted = parseFloat(text.getAttribute('textLength'));
        const length = text.getComputedTextLength();
        if (wanted && Math.abs(length - wanted) > 0.6) faults.push(`${said} is ${length.toFixed(1)} long, not ${wanted}`);
        // Letters of other fonts are higher; what counts is the width.
        const rect = text.parentElement.matches('g.box') && text.parentElement.querySelector('rect');
        if (rect) {
            const of = rect.getBBox();
            const out = sticksOut({x: box.x, y: of.y, width: box.width, height: 0}, of.x, of.y, of.width, of.height);
            if (out) faults.push(`${said} leaves its box by ${out}`);
            const baseline = parseFloat(text.getAttribute('y'));
            if (baseline < of.y || baseline > of.y + of.height) faults.push(`${said} stands above or below its box`);
        }
        const out = sticksOut({x: box.x, y: box.y, width: box.width, height: 0}, view.x, view.y, view.width, view.height);
        if (out) faults.push(`${said} leaves the figure by ${out}`);
    }
    if (font) svg.setAttribute('font-family', family);
    for (const [text, length] of freed) text.setAttribute('textLength', length);
    return faults;
}

// In the page: what a reader with a keyboard or a screen reader, and a page that builds on it, needs.
function structureFaults() {
    const svg = document.querySelector('svg');
    const faults = [];
    const ids = new Set();
    for (const element of svg.querySelectorAll('[id]')) {
        if (ids.has(element.id)) faults.push(`the id ${element.id} is there twice`);
        ids.add(element.id);
    }
    for (const name of ['aria-labelledby', 'aria-describedby'])
        if (!(document.getElementById(svg.getAttribute(name)) || {}).textContent) faults.push(`${name} leads nowhere`);
    for (const symbol of svg.querySelectorAll('[role~="img"]'))
        if (!symbol.querySelector(':scope > title')) faults.push(`no name: ${symbol.outerHTML.slice(0, 100)}`);
    for (const link of svg.querySelectorAll('g.link'))
        for (const end of ['data-from-box', 'data-to-box'])
            if (!ids.has(link.getAttribute(end))) faults.push(`${link.id}: ${end} leads to ${link.getAttribute(end)}`);
    if (svg.querySelector('script, a, [tabindex], image, use, foreignObject')) faults.push('more than a picture');
    return faults;
}

// Opens a file; `said` collects what should not happen: requests, errors, messages.
async function open(browser, file) {
    const page = await browser.newPage();
    const address = url.pathToFileURL(file).href;
    const said = [];
    page.on('request', request => {
        if (request.url() !== address) said.push(`requests ${request.url()}`);
    });
    page.on('console', message => said.push(`console: ${message.text()}`));
    page.on('pageerror', error => said.push(`error: ${error}`));
    await page.setViewport(ZOOMED);
    await page.goto(address, {waitUntil: 'load'});
    return {page, said};
}

async function allTextFaults(page) {
    const faults = await page.evaluate(textFaults, {});
    for (const font of FONTS)
        faults.push(...(await page.evaluate(textFaults, {font})).map(fault => `${font}: ${fault}`));
    return faults;
}

async function judge(browser, file) {
    const name = path.basename(file, '.svg');
    const {page, said} = await open(browser, file);
    report(`${name}: every text on its line and in its box, with other fonts too`, await allTextFaults(page));
    report(`${name}: ids, names and ends of links`, await page.evaluate(structureFaults));
    report(`${name}: loads nothing and reports nothing`, said);
    await page.close();
    return fs.readFileSync(file, 'utf8').replace(/^<\?xml[^>]*>\s*/, '');
}

// All that a page can do wrong with a figure is done by the figure: the page holds nothing else.
async function judgeInline(browser, folder, name, svg) {
    const file = path.join(folder, `${name}.htm`);
    fs.writeFileSync(file, `<!DOCTYPE html><html lang="da"><meta charset="utf-8"><title>${name}</title>` +
        `<body><main><h1>Figur</h1>${svg}</main></body></html>`);
    const {page, said} = await open(browser, file);
    await page.evaluate(axe.source);
    const found = await page.evaluate(async tags => {
        const {violations} = await axe.run(document, {runOnly: {type: 'tag', values: tags}, resultTypes: ['violations']});
        return violations.map(v => `${v.id}: ${v.help}\n` + v.nodes.slice(0, 3).map(n => `  ${n.html.slice(0, 200)}`).join('\n'));
    }, TAGS);
    report(`${name}: accessible in a page`, found);
    report(`${name}: in a page every text keeps its place too`, [...await allTextFaults(page), ...said]);
    await page.close();
}

// Lines that may be as long as a font makes them leave their boxes: the test sees it. So does axe a
// figure without a name.
async function provesItself(browser, folder, file) {
    const {page} = await open(browser, file);
    const faults = await page.evaluate(textFaults, {font: 'monospace', free: true});
    report('self-test: without their lengths lines leave their boxes', unless(faults.some(f => f.includes('leaves its box')), 'none does'));
    await page.evaluate(() => { document.querySelector('g.box[role] > title').remove(); });
    report('self-test: a symbol without a name is found',
        unless((await page.evaluate(structureFaults)).some(f => f.startsWith('no name')), 'it is not'));
    await page.close();
}

async function main(chromium, folder) {
    const files = fs.readdirSync(folder).filter(f => f.endsWith('.svg')).sort().map(f => path.join(folder, f));
    const browser = await puppeteer.launch({
        executablePath: chromium,
        headless: true,
        // Root may not have a sandbox; the pages are our own.
        args: ['--no-sandbox', '--disable-gpu', '--disable-dev-shm-usage', '--lang=da', '--force-color-profile=srgb',
            '--disable-background-networking', '--disable-component-update', '--no-first-run'],
    });
    try {
        report('there are diagrams', unless(files.length > 5, `${files.length} of them`));
        await provesItself(browser, folder, files.find(f => f.endsWith('silkeborg.svg')));
        for (const file of files) {
            const svg = await judge(browser, file);
            await judgeInline(browser, folder, path.basename(file, '.svg'), svg);
        }
    } finally {
        await browser.close();
    }
    console.log(`1..${count}`);
}

main(process.argv[2], process.argv[3]).catch(error => {
    console.log(`Bail out! ${error.message}`);
    process.exit(1);
});
