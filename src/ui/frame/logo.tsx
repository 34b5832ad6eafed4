/** Turno's mark: a ticket with its place in line. Drawn in the current colour. */
export function Logo() {
  return (
    <svg class="t-logo" viewBox="0 0 48 48" width="40" height="40" aria-hidden="true" focusable="false">
      <path
        fill="currentColor"
        fill-rule="evenodd"
        d="M10 5h28a5 5 0 0 1 5 5v9.2a5 5 0 0 0 0 9.6V38a5 5 0 0 1-5 5H10a5 5 0 0 1-5-5v-9.2a5 5 0 0 0 0-9.6V10a5 5 0 0 1 5-5Zm3 9.5v5h8V36h6V19.5h8v-5Z"
      />
    </svg>
  );
}
