import { sql } from 'kysely';
import type { Task, TaskList } from '#platform/jobs.ts';

/** Days after the end of a room in which somebody may still ask what became of their place. */
const keptDays = 30;

/** Who waited is deleted: of a ticket stay its pseudonym, which the draw was made of, and what the report counts. */
const forgetTickets: Task = async ({ db, clock }) => {
  const now = clock.now();
  const { rows } = await sql<{ id: number }>`
    SELECT id FROM room WHERE state = 'ended' AND forgotten_at IS NULL AND ended_at < ${now.subtract({ hours: 24 * keptDays })}
    ORDER BY ended_at LIMIT 200`.execute(db);
  for (const { id } of rows)
    await sql`
      WITH people AS (DELETE FROM ticket_person WHERE room_id = ${id}),
      held AS (DELETE FROM hold_ticket WHERE room_id = ${id}),
      told AS (UPDATE ticket SET people_cipher = '', account_id = NULL, entered_by = NULL WHERE room_id = ${id})
      UPDATE room SET forgotten_at = ${now} WHERE id = ${id}`.execute(db);
};

export const waitingRoomTasks: TaskList = { 'forget-tickets': forgetTickets };

/** Every night, at a minute nothing else begins. */
export const waitingRoomCrontab = '43 3 * * * forget-tickets';
