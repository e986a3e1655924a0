function ConvertTo-InnkeeperInteger ([object] $Value) {
    <#
    .SYNOPSIS
        Returns a whole number from 0 to 2^53 - 1, the range that every JSON reader keeps exact; null for anything else.
    #>
    if ($Value -is [int] -or $Value -is [long] -or $Value -is [uint32]) {
        if ($Value -lt 0 -or $Value -gt 9007199254740991) { return $null }
        return [long] $Value
    }
    $number = [decimal] 0
    if ($null -eq $Value -or $Value -is [bool] -or $Value -is [char]) { return $null }
    if ($Value -is [enum]) { $Value = [System.Convert]::ToInt64($Value, [cultureinfo]::InvariantCulture) }
    $text = [System.Convert]::ToString($Value, [cultureinfo]::InvariantCulture)
    if (-not [decimal]::TryParse($text, 'AllowLeadingSign, AllowDecimalPoint', [cultureinfo]::InvariantCulture, [ref] $number)) { return $null }
    if ($number -lt 0 -or $number -gt 9007199254740991 -or $number -ne [decimal]::Truncate($number)) { return $null }
    [long] $number
}
