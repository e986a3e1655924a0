function ConvertTo-InnkeeperJsonText ([string] $Text) {
    # The content of a JSON string, escaped where necessary.
    $escaped = [System.Text.StringBuilder]::new($Text.Length + 16)
    foreach ($character in $Text.ToCharArray()) {
        $code = [int] $character
        if ($character -eq '"' -or $character -eq '\') { [void] $escaped.Append('\').Append($character) }
        # The server refuses NUL, which the database cannot store: it becomes the replacement character.
        elseif ($code -eq 0) { [void] $escaped.Append([char] 0xFFFD) }
        elseif ($code -lt 32) { [void] $escaped.Append('\u').Append($code.ToString('x4', [cultureinfo]::InvariantCulture)) }
        else { [void] $escaped.Append($character) }
    }
    $escaped.ToString()
}
