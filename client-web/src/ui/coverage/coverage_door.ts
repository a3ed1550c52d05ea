// The coverage board, with the words of organisers' screens.

import { withMore } from '../../words';
import { withOrganiser } from '../../words/organiser_words';

export const section = () => withMore(withOrganiser(import('./CoverageSection.svelte')));
