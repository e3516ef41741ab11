// The quiet stages of a lesson: what one reads, answers or waits for.
import { clock } from './clock.js';
import { button, choices, fill, h, name, paragraphs } from './dom.js';
import { attempt } from './page.js';
import { leave } from './join.js';
import { post } from './net.js';
import { around, t } from './texts.js';

// What stays as it was drawn, but for the time that may be left to read it.
const still = (draw, key = () => '') => ({ key, draw: (s, act) => ({
	nodes: [draw(s, act).nodes, clock.face],
	update: (now) => {
		clock.set(now, now.stage_ends);
		clock.face.hidden = now.stage_ends === undefined;
	} }) });
const blockKey = (s) => String(s.block ? s.block.n : '');

const submit = (text) => h('button', { class: 'main' }, text);

// A form that sends once: afterwards it says that all is well. `done`: it was
// sent before this page was loaded.
function once(parts, text, send, done = false) {
	if (done)
		return h('p', { class: 'done' }, t('thanks_wait'));
	const go = submit(text);
	const thanks = h('p', { class: 'done', role: 'status' });
	const form = h('form', {}, parts, go, thanks);
	form.addEventListener('submit', async (e) => {
		e.preventDefault();
		if (await send(new FormData(form), go) === null)
			return;
		thanks.textContent = t('thanks_wait');
		for (const field of form.elements)
			field.disabled = true;
	});
	return form;
}

const waits = () => h('p', { class: 'note' }, t('wait_teacher'));

export const lobbyStage = still((s, act) => ({ nodes: [
	h('h1', {}, around('hello', { name: name(s.me.name) })),
	h('p', {}, s.me.agent ? around('you_are', { agent: name(s.me.agent) }) :
	    t('seat_yours')),
	(s.me.delegation || []).length > 1 && h('p', {}, t('delegation'), ' ',
	    s.me.delegation.map((each, i) => [i ? ', ' : '', name(each)])),
	waits(), h('p', { class: 'help' }, t('lobby_help')), leave(act)] }),
    (s) => JSON.stringify([s.me.name, s.me.agent, s.me.delegation]));

export const consentStage = still((s, act) => ({ nodes: [
	h('h1', {}, t('consent_title')), paragraphs(s.consent.text),
	h('p', { class: 'help' }, t('version', { n: s.consent.version })),
	once(choices(t('consent_question'), 'yes', [t('yes'), t('no')]),
	    t('send'), (data, go) => act.send('/api/consent',
		{ yes: data.get('yes') === '0' }, go), s.consent.said)] }),
    (s) => s.consent.version);

export const textStage = still((s) => ({ nodes: [
	h('h1', {}, s.block && s.block.title || s.title),
	paragraphs(s.block && s.block.text), waits()] }), blockKey);

// Right or wrong is said at once, and why; who was wrong may try again.
function question(quiz, act) {
	const told = h('p', { class: 'told', role: 'status' });
	const go = submit(t('answer'));
	const form = h('form', {}, choices(quiz.question, 'answer',
	    quiz.answers), go, told);
	const answer = async (data) => {
		const said = await post('/api/quiz', { question: quiz.n,
			answer: Number(data.get('answer')) + 1 });
		told.className = said.correct ? 'told right' : 'told wrong';
		fill(told, h('strong', {}, t(said.correct ? 'right' :
		    'wrong')), ' ', said.feedback || '');
		// The next one comes when this one has been read.
		if (said.correct)
			go.replaceWith(button(t('go_on'), () => act.took({}),
			    'main'));
	};
	form.addEventListener('submit', (e) => {
		e.preventDefault();
		attempt(() => answer(new FormData(form)), go);
	});
	return form;
}

export const quizStage = still((s, act) => ({ nodes: s.quiz && !s.quiz.done ?
    [h('h1', {}, t('quiz_title', { n: s.quiz.n, of: s.quiz.of })),
	question(s.quiz, act)] :
    [h('h1', {}, t('quiz_done')), waits()] }),
    (s) => s.quiz ? `${s.quiz.n} ${s.quiz.done}` : '');

export const predictStage = still((s, act) => {
	const share = h('input', { type: 'range', id: 'pauses', name: 'pauses',
		min: '0', max: '100', step: '1', value: '50' });
	const said = h('output', { for: 'pauses' }, t('percent', { n: 50 }));
	share.addEventListener('input', () => {
		said.textContent = t('percent', { n: share.value });
	});
	return { nodes: [h('h1', {}, t('predict_title')),
		once([h('label', { for: 'pauses' }, s.predict &&
		    s.predict.question || t('predict_question')), share, said],
		t('send'), (data, go) => act.send('/api/predict',
		    { pauses: Number(share.value) }, go),
		s.predict && s.predict.done)] };
}, blockKey);

export const reflectStage = still((s, act) => ({ nodes: [
	h('h1', {}, t('reflect_title')),
	once([h('label', { for: 'text' }, s.reflect && s.reflect.question),
		h('textarea', { id: 'text', name: 'text', rows: '5',
			maxlength: '1000', required: true })], t('send'),
	    (data, go) => act.send('/api/reflect', { text: data.get('text') },
		go), s.reflect && s.reflect.done)] }), blockKey);

// Nobody has to answer: "no answer" stands first, and is chosen.
export const surveyStage = still((s, act) => ({ nodes: [
	h('h1', {}, t('survey_title')), h('p', {}, t('survey_help')),
	once((s.survey || []).map(asked), t('send'), (data, go) =>
	    act.send('/api/survey', { answers: surveyed(s.survey, data) },
		go))] }));

// A question without answers to choose from wants a number.
const asked = (q) => q.answers.length > 0 ? choices(q.question, q.key,
    [t('no_answer'), ...q.answers], 0) : [
	h('label', { for: `ask-${q.key}` }, q.question),
	h('input', { id: `ask-${q.key}`, name: q.key, inputmode: 'numeric',
		pattern: '[0-9]*', maxlength: '6', autocomplete: 'off',
		'aria-describedby': `help-${q.key}` }),
	h('p', { class: 'help', id: `help-${q.key}` }, t('number_typed'))];

const surveyed = (survey, data) => Object.fromEntries(survey.map((q) => [q.key,
	(q.answers.length > 0 ? q.answers[Number(data.get(q.key)) - 1] :
	    data.get(q.key)) || 'no answer']));

export const clausesStage = still((s, act) => ({ nodes: [
	h('h1', {}, t('clauses_title')), h('p', {}, t('clauses_help')),
	once((s.clauses || []).map((c) => [
		h('label', { for: `clause-${c.key}` }, c.title),
		h('select', { id: `clause-${c.key}`, name: c.key },
		    c.values.map((v, i) => h('option', { value: v },
			c.labels ? c.labels[i] : v)))]),
	t('propose'), (data, go) => act.send('/api/clause',
	    { choose: Object.fromEntries(data) }, go))] }),
    blockKey);

export const voteStage = still((s, act) => ({ nodes: [
	h('h1', {}, t('vote_title')),
	once(choices(t('vote_question'), 'text', (s.texts || []).map(
	    (each) => [h('strong', {}, t('text_n', { n: each.n })),
		h('span', { class: 'clauses' }, each.text)])), t('vote'),
	(data, go) => act.send('/api/vote', { text: s.texts[Number(
	    data.get('text'))].n }, go))] }),
    (s) => JSON.stringify(s.texts));

// Everybody has a place on the page, who has none at the table too.
export const watchStage = still((s, act) => ({ nodes: [
	h('h1', {}, t('watching')), h('p', {}, t('full')), leave(act)] }));

export const endStage = still((s) => ({ nodes: [h('h1', {}, t('end_title')),
	h('p', {}, t('end_text')), s.me.total !== undefined &&
	    h('p', { class: 'big' }, t('total', { n: s.me.total }))] }));
