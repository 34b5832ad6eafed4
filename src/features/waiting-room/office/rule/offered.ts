export { addRoomRulePages, type SimulateRule } from './room-rule.route.tsx';
export { findRoomRule, type RoomRule, usualRule } from '../../rule/room-rule.ts';
export { roomRulePaths } from './paths.ts';
