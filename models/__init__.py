"""What a protocol is: frozen records, validation only. Nothing here reads, guesses or stores."""
