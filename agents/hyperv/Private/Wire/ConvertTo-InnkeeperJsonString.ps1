function ConvertTo-InnkeeperJsonString ([string] $Text) {
    # Called for every text and key of a snapshot: most need no escaping, and leave by the first line.
    if ($Text -notmatch '[\u0000-\u001f"\\]') { return '"' + $Text + '"' }
    $escaped = [System.Text.StringBuilder]::new($Text.Length + 16)
    foreach ($character in $Text.ToCharArray()) {
        $code = [int] $character
        if ($character -eq '"' -or $character -eq '\') { [void] $escaped.Append('\').Append($character) }
        # The server refuses NUL, which no database stores: it becomes the mark for a character that could not be kept.
        elseif ($code -eq 0) { [void] $escaped.Append([char] 0xFFFD) }
        elseif ($code -lt 32) { [void] $escaped.Append('\u').Append($code.ToString('x4', [cultureinfo]::InvariantCulture)) }
        else { [void] $escaped.Append($character) }
    }
    '"' + $escaped.ToString() + '"'
}
