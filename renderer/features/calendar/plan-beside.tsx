export { DecisionBar, ReasonCard } from '#renderer/features/plan/index.ts';
