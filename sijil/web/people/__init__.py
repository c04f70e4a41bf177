"""Who is at the desk: log-in, sessions, what each role may, and what is blurred until it is asked for."""
