import { expect, it } from 'vitest';
import { chooseColumns } from './column-choice.ts';

it('adds a choice to those before it', () => {
  expect(chooseColumns({ timeZone: 'UTC', valueColumn: 'score' }, { timeOfDayColumn: null })).toEqual({
    timeZone: 'UTC',
    valueColumn: 'score',
    timeOfDayColumn: null,
  });
});

it('takes a column away from what it was chosen for before', () => {
  const chosen = { valueColumn: 'time', noteColumn: 'note', conditionColumns: ['hands', 'day'] };
  expect(chooseColumns(chosen, { timeOfDayColumn: 'time' })).toEqual({
    timeOfDayColumn: 'time',
    noteColumn: 'note',
    conditionColumns: ['hands', 'day'],
  });
  expect(chooseColumns(chosen, { timeColumn: 'day' })).toEqual({
    ...chosen,
    timeColumn: 'day',
    conditionColumns: ['hands'],
  });
});
