function ConvertTo-InnkeeperJson {
    <#
    .SYNOPSIS
        Converts dictionaries, lists, text, numbers and flags to JSON. A key whose value is null is left out.
    .DESCRIPTION
        Replaces ConvertTo-Json, which in Windows PowerShell 5.1 silently cuts levels below its depth, writes enums
        as numbers and dates as /Date(ms)/, and turns wrapped lists into objects. This function throws on any other
        type, so that no Windows object can get into a report.
    .EXAMPLE
        ConvertTo-InnkeeperJson ([ordered]@{ name = 'HV-01'; vms = @() })
    #>
    [CmdletBinding()]
    [OutputType([string])]
    param ([Parameter(Mandatory)] [AllowNull()] [object] $Value)
    $text = [System.Text.StringBuilder]::new(4096)
    Add-InnkeeperJson $text $Value
    $text.ToString()
}
