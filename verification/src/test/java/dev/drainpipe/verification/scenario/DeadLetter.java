package dev.drainpipe.verification.scenario;

/** A message that nobody could understand or handle, with the reason if one is given. */
record DeadLetter(String body, String reason) {}
