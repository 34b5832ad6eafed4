-- waiting_list
SELECT 1;
