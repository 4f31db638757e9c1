import { everyPlanProves } from './every-plan.ts';

everyPlanProves(4);
