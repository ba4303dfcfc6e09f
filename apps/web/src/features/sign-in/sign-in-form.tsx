import { Button, PasswordInput, TextInput } from '@mantine/core'
import { useMutation } from '@tanstack/react-query'
import { type FormEvent, type KeyboardEvent, useRef, useState } from 'react'
import { signIn } from '../../api/access.ts'
import classes from './sign-in-form.module.css'
import { signInWords } from './sign-in-words.ts'

/** User name and password, which EM checks. `onSignedIn`: it did, and this browser has its cookie. */
export function SignInForm({ onSignedIn }: { onSignedIn: () => void }) {
  const [username, setUsername] = useState('')
  const [password, setPassword] = useState('')
  const [isCapsLock, setCapsLock] = useState(false)
  const passwordInput = useRef<HTMLInputElement>(null)
  const attempt = useMutation({
    mutationFn: signIn,
    retry: false,
    onSuccess: onSignedIn,
    onError: () => {
      setPassword('')
      passwordInput.current?.focus()
    },
  })
  const submit = (event: FormEvent) => {
    event.preventDefault()
    attempt.mutate({ username, password })
  }
  const watchCapsLock = (event: KeyboardEvent) => setCapsLock(event.getModifierState('CapsLock'))
  const words = attempt.error ? signInWords(attempt.error) : undefined
  return (
    <form className={classes.form} onSubmit={submit}>
      <div role="alert">
        {words ? (
          <div className={classes.problem} data-tone={words.tone}>
            <b>{words.title}</b>
            <p>{words.detail}</p>
          </div>
        ) : null}
      </div>
      <TextInput
        label="User name"
        placeholder="DOMAIN\user"
        name="username"
        autoComplete="username"
        autoCapitalize="none"
        spellCheck={false}
        size="md"
        autoFocus
        required
        withAsterisk={false}
        maxLength={256}
        value={username}
        onChange={(event) => setUsername(event.currentTarget.value)}
      />
      <PasswordInput
        ref={passwordInput}
        label="Password"
        description={isCapsLock ? 'Caps Lock is on' : undefined}
        name="password"
        autoComplete="current-password"
        size="md"
        required
        withAsterisk={false}
        maxLength={1024}
        value={password}
        onChange={(event) => setPassword(event.currentTarget.value)}
        onKeyUp={watchCapsLock}
        visibilityToggleButtonProps={{ 'aria-label': 'Show the password', tabIndex: 0 }}
      />
      <Button type="submit" variant="filled" size="md" fullWidth loading={attempt.isPending}>
        Sign in
      </Button>
    </form>
  )
}
