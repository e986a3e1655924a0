function ConvertTo-InnkeeperJsonText ([string] $Text) {
    # The inside of a JSON string: everything that has to be written in another way is.
    $escaped = [System.Text.StringBuilder]::new($Text.Length + 16)
    foreach ($character in $Text.ToCharArray()) {
        $code = [int] $character
        if ($character -eq '"' -or $character -eq '\') { [void] $escaped.Append('\').Append($character) }
        # The server refuses NUL, which no database stores: it becomes the mark for a character that could not be kept.
        elseif ($code -eq 0) { [void] $escaped.Append([char] 0xFFFD) }
        elseif ($code -lt 32) { [void] $escaped.Append('\u').Append($code.ToString('x4', [cultureinfo]::InvariantCulture)) }
        else { [void] $escaped.Append($character) }
    }
    $escaped.ToString()
}
