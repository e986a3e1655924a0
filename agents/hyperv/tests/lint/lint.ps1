# Reads the agent's syntax trees and reports, line by line, what they must not contain: see Find-Fault. It runs none of the code it reads.
# Exit code 0: no faults; 1: faults; 2: nothing was read.
param (
    # Folder of the module; tests have their own modules.
    [Parameter(Mandatory = $true)] [string] $Module
)
Set-StrictMode -Version 3.0
$ErrorActionPreference = 'Stop'
foreach ($part in 'rules.ps1', 'commands.ps1', 'newer-language.ps1') { . ([System.IO.Path]::Combine($PSScriptRoot, $part)) }

$Module = [System.IO.Path]::GetFullPath($Module).TrimEnd('/', '\')
$files = [System.Collections.Generic.List[object]]::new()
$faults = [System.Collections.Generic.List[object]]::new()
foreach ($pattern in '*.ps1', '*.psm1', '*.psd1') {
    foreach ($path in [System.IO.Directory]::GetFiles($Module, $pattern, 'AllDirectories')) {
        $name = $path.Substring($Module.Length + 1).Replace('\', '/')
        # The tests are not installed on a host.
        if (-not $name.StartsWith('tests/')) { $files.Add((Read-SourceFile $path $name $faults)) }
    }
}
$allowed = Read-AllowedCommand ([System.IO.Path]::Combine($Module, 'allowed-commands.json')) $faults
foreach ($file in $files) { foreach ($function in $file.functions) { $allowed.own[$function.Name] = $true } }
$exported = Get-ExportedFunction $files
foreach ($file in $files) { Find-Fault $file $allowed $exported $faults }
foreach ($name in $exported) {
    if (-not $allowed.own.ContainsKey($name)) { Add-Fault $faults 'Innkeeper.psd1' 1 "$name is exported but not defined" }
}
foreach ($name in $allowed.unused.Keys) { Add-Fault $faults 'allowed-commands.json' 1 "$name is allowed but not used" }

foreach ($fault in $faults) { '{0}:{1}: {2}' -f $fault.file, $fault.line, $fault.text }
'{0} files, {1} functions, {2} faults.' -f $files.Count, $allowed.own.Count, $faults.Count
if ($files.Count -eq 0) { exit 2 }
if ($faults.Count -gt 0) { exit 1 }
exit 0
