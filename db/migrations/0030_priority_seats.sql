-- priority_seats
SELECT 1;
