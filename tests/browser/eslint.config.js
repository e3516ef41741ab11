// What ESLint is asked of the scripts of pages and of their tests: faults that
// the browser meets only where a line is reached. MODULES: npm's packages.
import { createRequire } from 'node:module';

const globals = createRequire(process.env.MODULES + '/')('globals');
const rules = {
	'no-const-assign': 'error', 'no-dupe-keys': 'error',
	'no-redeclare': 'error', 'no-undef': 'error',
	'no-unreachable': 'error', 'no-unused-vars': 'error',
	'no-use-before-define': ['error', { functions: false,
		variables: false }],
};
const scripts = (files, names) => ({ files, rules,
	languageOptions: { globals: names } });

export default [
	scripts(['src/web/pages/*.js'], globals.browser),
	// Their functions go to the browser, too.
	scripts(['tests/browser/*.js'], { ...globals.browser, ...globals.node }),
];
