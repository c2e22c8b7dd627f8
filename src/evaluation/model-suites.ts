import { ablationSuite } from './ablation-suite.js';
import { attributesSuite } from './attributes-suite.js';
import { changeSuite } from './change-suite.js';
import { photosSuite } from './photos-suite.js';
import type { Suite } from './suite.js';
import { textImageSuite } from './text-image-suite.js';

/** The suites that measure the model and its ranker; `yida evaluate <name>` prints their figures. */
export const MODEL_SUITES: Readonly<Record<'text-image' | 'attributes' | 'photos' | 'change' | 'ablation', Suite>> = {
  'text-image': textImageSuite,
  attributes: attributesSuite,
  photos: photosSuite,
  change: changeSuite,
  ablation: ablationSuite,
};
