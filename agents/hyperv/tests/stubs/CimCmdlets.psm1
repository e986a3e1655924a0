. ([System.IO.Path]::Combine($PSScriptRoot, 'replay.ps1'))

# A class that was not recorded has no instances; one that does not exist was recorded as an error.
function Get-CimInstance {
    [CmdletBinding()] param (
        [Parameter(Mandatory)] [string] $ClassName,
        [string] $Namespace = 'root/cimv2',
        [string] $Filter,
        [string[]] $Property,
        [uint32] $OperationTimeoutSec
    )
    $isHyperV = $ClassName.StartsWith('Msvm_')
    if ($isHyperV -ne ($Namespace -eq 'root/virtualization/v2')) { throw "Invalid class: $ClassName is not in $Namespace" }
    $name, $wanted = '', ''
    if ($Filter) {
        if ($Filter -notmatch "^(\w+)\s*=\s*'([^']*)'$") { throw "The stub does not know the filter $Filter" }
        $name, $wanted = $Matches[1], $Matches[2]
    }
    foreach ($row in @(Read-Replay $ClassName $PSCmdlet)) { if ($name -eq '' -or $row.$name -eq $wanted) { $row } }
}
