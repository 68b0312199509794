update directory_state
set connection_green = true, last_problem = null, last_success_at = :now, last_manual_success_at = :now, tries_from = :now
