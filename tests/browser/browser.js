// The pages in the eyes of a browser: one headless Chromium for all of them.
//
//     node browser.js CHROMIUM FOLDER
//
// Every *.html in FOLDER is judged by axe-core (WCAG 2.1 A and AA) on a desk, on a phone and on
// paper, and must fit, load nothing and report nothing. Pages whose names say so are also used:
// contents-*, notes-*, fields-*, tables-*. Prints TAP; NODE_PATH says where the packages are.
'use strict';

const fs = require('fs');
const path = require('path');
const url = require('url');
const axe = require('axe-core');
const puppeteer = require('puppeteer-core');

const TAGS = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa'];
const DESK = {width: 1280, height: 900};
const PHONE = {width: 320, height: 640};
// A4 without its margins, CSS pixels, upright and across.
const PAPER = {width: 680, height: 1000};
const BROAD_PAPER = {width: 1009, height: 600};
const ZOOMED = {width: 640, height: 450, deviceScaleFactor: 2}; // what zooming to 200 % makes of DESK

// --- TAP ------------------------------------------------------------------------------------------

let count = 0;

function report(name, faults) {
    count++;
    console.log(`${faults.length ? 'not ok' : 'ok'} ${count} - ${name}`);
    for (const fault of faults.slice(0, 8)) console.log(String(fault).replace(/^/gm, '# '));
    if (faults.length > 8) console.log(`# and ${faults.length - 8} more`);
}

// A test that breaks off is a failed one.
async function test(name, run) {
    let faults;
    try {
        faults = await run();
    } catch (error) {
        faults = [error.stack || error];
    }
    report(name, faults);
}

const unless = (condition, fault) => (condition ? [] : [fault]);

// --- pages ----------------------------------------------------------------------------------------

// Opens a file; `said` collects what should not happen: requests, errors, messages.
async function open(browser, file, viewport) {
    const page = await browser.newPage();
    const address = url.pathToFileURL(file).href;
    const said = [];
    page.on('request', request => {
        const wanted = request.url();
        if (wanted.split('#')[0] !== address && !wanted.startsWith('data:')) said.push(`requests ${wanted}`);
    });
    page.on('console', message => said.push(`console: ${message.text()}`));
    page.on('pageerror', error => said.push(`error: ${error}`));
    await page.setViewport(viewport);
    await page.goto(address, {waitUntil: 'load'});
    return {page, said};
}

async function violations(page) {
    const result = await page.evaluate(async tags => {
        const {violations} = await axe.run(document, {runOnly: {type: 'tag', values: tags}, resultTypes: ['violations']});
        return violations.map(v => `${v.id}: ${v.help}\n` + v.nodes.slice(0, 3).map(n => `  ${n.html.slice(0, 200)}\n    ${n.failureSummary.replace(/\s+/g, ' ')}`).join('\n'));
    }, TAGS);
    return result;
}

// What makes the page wider than its window: the elements that stick out, but for those that scroll
// and those on sheets of another size (`except`, a selector).
function overflow(page, except) {
    return page.evaluate(except => {
        const width = document.documentElement.clientWidth;
        if (document.documentElement.scrollWidth <= width) return [];
        const outer = [...document.querySelectorAll('body *')].filter(e =>
            e.getBoundingClientRect().right > width + 1 && !(except ? e.closest(except) : e.parentElement.closest('.scroll')));
        if (except && !outer.length) return [];
        return [`${document.documentElement.scrollWidth} pixels wide in ${width}`,
            ...outer.slice(0, 5).map(e => e.outerHTML.slice(0, 160))];
    }, except);
}

// What scrolls sideways says so, and nothing else does; pages of test_html have no hints.
function wrongHints(page) {
    return page.$$eval('.scroll:has(.aside)', all => all
        .filter(e => (e.scrollWidth > e.clientWidth + 1) !== (e.querySelector('.aside').offsetHeight > 8))
        .map(e => `${e.getAttribute('aria-labelledby')}: ${e.scrollWidth} in ${e.clientWidth}, the hint is ` +
            `${e.querySelector('.aside').offsetHeight} high`));
}

// --- what holds for every page --------------------------------------------------------------------

async function judge(browser, file) {
    const name = path.basename(file, '.html');
    const {page, said} = await open(browser, file, DESK);
    await page.evaluate(axe.source);
    await test(`${name}: accessible on a desk`, () => violations(page));
    await test(`${name}: fits on a desk`, () => overflow(page));
    await test(`${name}: what scrolls says so on a desk`, () => wrongHints(page));
    await page.setViewport(PHONE);
    await test(`${name}: accessible on a phone`, () => violations(page));
    await test(`${name}: fits on a phone (320 pixels)`, () => overflow(page));
    await test(`${name}: what scrolls says so on a phone`, () => wrongHints(page));
    await page.setViewport(ZOOMED);
    await test(`${name}: fits when zoomed to 200 %`, () => overflow(page));
    await page.setViewport(DESK);
    await test(`${name}: fits with letters of twice the size`, async () => {
        await page.evaluate(() => { document.documentElement.style.fontSize = '200%'; });
        const faults = await overflow(page);
        await page.evaluate(() => { document.documentElement.style.fontSize = ''; });
        return faults;
    });
    await page.emulateMediaType('print');
    await page.setViewport(PAPER);
    await test(`${name}: accessible in print`, () => violations(page));
    await test(`${name}: fits on paper`, () => overflow(page, '.landscape'));
    await page.setViewport(BROAD_PAPER);
    await test(`${name}: fits on paper, across`, () => overflow(page, '.sheet:not(.landscape)'));
    report(`${name}: loads nothing and reports nothing`, said);
    await page.close();
}

// --- what is done with a page ---------------------------------------------------------------------

const focused = page => page.evaluate(() => {
    const e = document.activeElement;
    const box = e.getBoundingClientRect();
    const style = getComputedStyle(e);
    return {tag: e.localName, id: e.id, href: e.getAttribute('href'), top: box.top, bottom: box.bottom,
        height: innerHeight, outline: style.outlineStyle !== 'none' && parseFloat(style.outlineWidth) >= 2};
});

const topOf = (page, selector) => page.$eval(selector, e => e.getBoundingClientRect().top);

async function skips(page) {
    await page.keyboard.press('Tab');
    const first = await focused(page);
    await page.keyboard.press('Enter');
    const then = await focused(page);
    return [...unless(first.href === '#main', 'the first stop is not the skip link'),
        ...unless(first.top >= 0 && first.outline, 'the skip link does not show itself'),
        ...unless(then.id === 'main', `Enter on it leads to <${then.tag}>`)];
}

async function followsContents(page) {
    const links = await page.$$eval('nav a', all => all.map(a => a.getAttribute('href')));
    const faults = unless(links.length > 1, 'no contents');
    for (const link of links.slice(-3)) {
        await page.focus(`nav a[href="${link}"]`);
        await page.keyboard.press('Enter');
        const heading = await page.$eval(':target', e => ({tag: e.localName, top: e.getBoundingClientRect().top, bottom: e.getBoundingClientRect().bottom, height: innerHeight}));
        faults.push(...unless(/^h[1-6]$/.test(heading.tag), `${link} leads to <${heading.tag}>`));
        faults.push(...unless(heading.top >= 0 && heading.bottom <= heading.height, `${link}: the heading is out of sight`));
    }
    return faults;
}

async function followsNotes(page) {
    await page.focus('sup a');
    const mark = await focused(page);
    await page.keyboard.press('Enter');
    const note = await page.$eval(':target', e => ({tag: e.localName, top: e.getBoundingClientRect().top}));
    await page.focus(`${mark.href} .back`);
    await page.keyboard.press('Enter');
    const back = await page.$eval(':target', e => e.id);
    return [...unless(note.tag === 'li' && note.top >= 0, 'the mark does not lead to its note'),
        ...unless(mark.outline, 'the focus cannot be seen'),
        ...unless(back === mark.id, `back from the note leads to ${back}, not ${mark.id}`)];
}

async function fillsIn(page) {
    const faults = [];
    const radios = await page.$$('input[type=radio]');
    await radios[0].focus();
    await page.keyboard.press('Space');
    await page.keyboard.press('ArrowDown');
    const chosen = await page.$$eval('input[type=radio]', all => all.filter(r => r.name === all[0].name).map(r => r.checked));
    faults.push(...unless(chosen[1] && chosen.filter(Boolean).length === 1, `by keyboard: ${chosen}`));
    await page.click('.choice span');
    faults.push(...unless(await radios[0].evaluate(r => r.checked), 'a click on the text does not choose'));
    const size = await page.$eval('.choice', e => e.getBoundingClientRect().height);
    faults.push(...unless(size >= 24, `a choice is ${size} pixels high`));
    for (const field of await page.$$('textarea, input[type=text]')) {
        await field.focus();
        await page.keyboard.type('Æble 7');
        faults.push(...unless((await field.evaluate(f => f.value)).includes('Æble 7'), 'a field does not take text'));
    }
    return faults;
}

async function scrollsByKeyboard(page) {
    const region = await page.$$eval('.scroll', all => all.findIndex(e => e.scrollWidth > e.clientWidth + 20));
    if (region < 0) return ['nothing scrolls'];
    const element = (await page.$$('.scroll'))[region];
    await element.focus();
    for (let i = 0; i < 5; i++) await page.keyboard.press('ArrowRight');
    await page.waitForFunction(e => e.scrollLeft > 0, {timeout: 5000}, element);
    const table = await element.evaluate(e => getComputedStyle(e.querySelector('table,svg')).display);
    return unless(table === 'table' || table === 'block', `it is shown as ${table}`);
}

const USES = [
    ['', 'the skip link works by keyboard', skips, DESK],
    ['contents', 'a link of the contents leads to its heading', followsContents, DESK],
    ['notes', 'a note is found, and the way back', followsNotes, DESK],
    ['notes', 'on a phone too', followsNotes, PHONE],
    ['fields', 'the fields can be filled in', fillsIn, DESK],
    ['fields', 'on a phone too', fillsIn, PHONE],
    ['fields', 'when zoomed too', fillsIn, ZOOMED],
    ['tables', 'a wide table scrolls by keyboard', scrollsByKeyboard, PHONE],
];

async function use(browser, file) {
    const name = path.basename(file, '.html');
    for (const [kind, what, run, viewport] of USES) {
        if (kind && !name.split('-').includes(kind)) continue;
        const {page, said} = await open(browser, file, viewport);
        await test(`${name}: ${what}`, async () => [...await run(page), ...said]);
        await page.close();
    }
}

// --- the test can fail ----------------------------------------------------------------------------

// A page with one fault of each kind: all must be found.
async function provesItself(browser, folder) {
    const file = path.join(folder, 'wrong.htm');
    fs.writeFileSync(file, '<!DOCTYPE html><html lang="da"><title>x</title><body><main><img src="absent.png">' +
        '<p style="color:#ccc">grå</p><div style="width:900px">bred</div></main></body></html>');
    const {page, said} = await open(browser, file, PHONE);
    await page.evaluate(axe.source);
    const found = await violations(page);
    await test('self-test: axe finds what is wrong', async () => [
        ...unless(found.some(f => f.startsWith('image-alt')), 'not the picture without a text'),
        ...unless(found.some(f => f.startsWith('color-contrast')), 'not the pale letters')]);
    await test('self-test: what is too wide is found', async () => unless((await overflow(page)).length > 1, 'it is not'));
    await test('self-test: what is loaded is found', async () => unless(said.some(s => s.includes('absent.png')), 'it is not'));
    await page.close();
}

async function main(chromium, folder) {
    const files = fs.readdirSync(folder).filter(f => f.endsWith('.html')).sort().map(f => path.join(folder, f));
    const browser = await puppeteer.launch({
        executablePath: chromium,
        headless: true,
        // Root may not have a sandbox; the pages are our own.
        args: ['--no-sandbox', '--disable-gpu', '--disable-dev-shm-usage', '--lang=da', '--force-color-profile=srgb',
            '--disable-background-networking', '--disable-component-update', '--no-first-run'],
    });
    try {
        await provesItself(browser, folder);
        report('there are pages', unless(files.length > 0, 'none'));
        for (const file of files) {
            await judge(browser, file);
            await use(browser, file);
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
